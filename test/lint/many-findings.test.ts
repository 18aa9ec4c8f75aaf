import { join } from "node:path";
import { expect, test } from "vitest";
import type { DiagnosticJson } from "../../src/diagnostics/diagnostics-json.ts";
import { boundFindings } from "../../src/lint/bound-findings.ts";
import { createSource } from "../../src/text/source.ts";
import { folderWith, runDocwright } from "../cli/run-docwright.ts";

const rows = 1200;

/** A page whose rows all have an example that is no number, where their type is one. */
function pageOf(type: string): string {
  const table = Array.from({ length: rows }, (_, at) => `|P${at}|${type}|No|x|The value.|`);
  return `# MakeShelf

[Debug](https://api.example.com/#product=Library&api=MakeShelf&type=RPC&version=2020-01-02)

## Request parameters

|Name|Type|Required|Example|Description|
|--|--|--|--|--|
|Action|String|Yes|MakeShelf|The operation.|
${table.join("\n")}
`;
}

/** A folder of the two pages. */
function docsFolder(): string {
  const pages = { "docs/1.md": pageOf("String"), "docs/2.md": pageOf("Integer") };
  return join(folderWith(pages), "docs");
}

const rule = "lint/pages-disagree";

async function lintJson(): Promise<readonly DiagnosticJson[]> {
  const { out } = await runDocwright("lint", docsFolder(), "--json");
  return (JSON.parse(out) as { diagnostics: readonly DiagnosticJson[] }).diagnostics;
}

test("pages with more contradictions than are held: the last finding counts those left out", async () => {
  const found = (await lintJson()).filter(({ code }) => code === rule);
  const [rest, ...others] = found.filter(({ omitted }) => omitted !== undefined);

  expect(found).toHaveLength(1001);
  expect(others).toEqual([]);
  expect(rest).toMatchObject({ omitted: rows - 1000, severity: "warning", line: 1010 });
  expect(rest?.message).toContain(`${rows - 1000} more findings of this rule on this page`);
});

test("contradictions that are left out count, for people and for --max-warnings", async () => {
  const docs = docsFolder();
  const { out, err } = await runDocwright("lint", docs);
  expect(out).toBe(
    `2 pages: ${(rows * 2).toLocaleString("en")} contradictions\n    ${rows}  lint/example-value\n    ${rows}  ${rule}\n`,
  );
  expect(err).toContain(`${(rows * 2).toLocaleString("en")} warnings\n`);
  const statusAt = async (allowed: number) =>
    (await runDocwright("lint", docs, "--max-warnings", String(allowed))).status;

  expect(await statusAt(rows * 2)).toBe(0);
  expect(await statusAt(rows * 2 - 1)).toBe(1);
});

test("contradictions that are left out have the severity of their rule", async () => {
  const docs = docsFolder();
  const asError = await runDocwright("lint", docs, "--rule", `${rule}=error`);
  expect(asError.status).toBe(1);
  expect(asError.err).toContain(
    `${rows.toLocaleString("en")} errors, ${rows.toLocaleString("en")} warnings\n`,
  );
  expect((await runDocwright("lint", docs, "--rule", `${rule}=off`)).out).not.toContain(rule);
});

test("many pages that are each below the limit of a page", () => {
  const bound = boundFindings({ perPage: 3, inAll: 4 });
  const numberOf = (path: string) =>
    bound(
      Array.from({ length: 3 }, (_, at) => ({
        code: rule,
        severity: "warning",
        message: "differs",
        source: createSource(path, "text"),
        span: { start: at, end: at + 1 },
      })),
    ).map(({ omitted = 1, span }) => `${span.start}: ${omitted}`);

  expect(numberOf("1.md")).toEqual(["0: 1", "1: 1", "2: 1"]);
  expect(numberOf("2.md")).toEqual(["0: 1", "1: 2"]);
  expect(numberOf("3.md")).toEqual(["0: 3"]);
});
