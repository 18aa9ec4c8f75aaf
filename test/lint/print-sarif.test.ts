import { expect, test } from "vitest";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { printSarif } from "../../src/lint/print-sarif.ts";
import { createSource } from "../../src/text/source.ts";

const source = createSource("文档/a b.md", "|Floor|12|\n&Floor=10\n");

function finding(): Diagnostic {
  const diagnostics: Diagnostic[] = [];
  const parameters = { path: "Floor", value: "10", reason: "it is 1 to 9" };
  createReporter(source, diagnostics)("lint/request-value", { start: 12, end: 20 }, parameters);
  const [found] = diagnostics;
  if (found === undefined) throw new Error("nothing was reported");
  return { ...found, related: [{ source, span: { start: 1, end: 6 }, message: "the row" }] };
}

test("a finding has its rule, its place and the other place", () => {
  const [run] = printSarif([finding()], { version: "1.2.3" }).runs;

  expect(run?.tool.driver).toMatchObject({ name: "docwright", semanticVersion: "1.2.3" });
  const [result] = run?.results ?? [];
  expect(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe("lint/request-value");
  expect(result).toMatchObject({
    ruleId: "lint/request-value",
    level: "warning",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "%E6%96%87%E6%A1%A3/a%20b.md", uriBaseId: "%SRCROOT%" },
          region: { startLine: 2, startColumn: 2, endLine: 2, endColumn: 10 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 0,
        message: { text: "the row" },
        physicalLocation: { region: { startLine: 1, startColumn: 2 } },
      },
    ],
  });
});

test("every rule is described, whether it has found something or not", () => {
  const [run] = printSarif([], { version: "1.2.3" }).runs;

  expect(run?.results).toEqual([]);
  for (const rule of run?.tool.driver.rules ?? [])
    expect(rule.shortDescription?.text).toMatch(/\.$/);
});

test("a finding keeps its fingerprint when its line moves", () => {
  const one = finding();
  const moved = { ...one, span: { start: 0, end: 3 } };
  const printOf = (diagnostic: Diagnostic) =>
    printSarif([diagnostic], { version: "1" }).runs[0]?.results?.[0]?.partialFingerprints;

  expect(printOf(moved)).toEqual(printOf(one));
});
