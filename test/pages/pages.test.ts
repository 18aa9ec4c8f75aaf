import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { registry } from "../../src/diagnostics/registry.ts";
import { sortDiagnostics } from "../../src/diagnostics/sort-diagnostics.ts";
import { extract } from "../../src/api/extract.ts";
import type { PageMeaning } from "../../src/corpus/derive-pages.ts";
import { locate } from "../../src/text/source.ts";
import { folderWith } from "../cli/run-docwright.ts";
import { readFolder } from "../corpus/read-folder.ts";
import { section, showOperation } from "./show-operation.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
/** A case is a page, or a folder of pages that are read together. Its golden lies beside it. */
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
  .filter((path) => !path.endsWith(goldenOf("")));

describe("a page of each shape is read as its golden says:", () => {
  test.each(cases)("%s", async (path) => {
    const golden = join(folder, goldenOf(path.replace(/\.md$/, "")));

    await expect(`${(await readCase(path)).join("\n")}\n`).toMatchFileSnapshot(golden);
  });
});

test("each finding about a page is shown by one of them", async () => {
  const lines = (await Promise.all(cases.map(readCase))).flat();
  const codes = Object.keys(registry).filter((code) =>
    /^(table|markdown|page|derive)\//.test(code),
  );

  expect(codes.filter((code) => lines.every((line) => !line.includes(` ${code}`)))).toEqual([]);
});

function goldenOf(stem: string): string {
  return `${stem}.golden.txt`;
}

/** What the pages of a case mean, with what is found in each, and what is said of them together. */
async function readCase(name: string): Promise<string[]> {
  const path = join(folder, name);
  const pages = [...readFolder([path])];
  const alone = pages.length === 1;
  const { diagnostics } = await extract({ pages: [path], out: folderWith({}) });
  const together = diagnostics.filter(({ code }) => code.startsWith("extract/"));
  return [
    ...pages.flatMap((page) => [
      ...(alone ? [] : [`--- ${relative(path, page.input.path)}`]),
      ...showPage(page),
    ]),
    ...section(
      "of all",
      together.map((found) => showFinding(found, relative(path, resolve(found.source.path)))),
    ),
  ];
}

function showPage({ derived }: PageMeaning): string[] {
  const { operation, diagnostics = [] } = derived ?? {};
  return [
    ...(operation === undefined ? ["no operation"] : showOperation(operation)),
    ...section(
      "findings",
      sortDiagnostics(diagnostics).map((finding) => showFinding(finding)),
    ),
  ];
}

/** Where a finding is, how grave, and which; the words of its message are tested elsewhere. */
function showFinding({ code, severity, source, span, row }: Diagnostic, file = ""): string {
  const { line, column } = locate(source, span.start);
  const place = `${file === "" ? "" : `${file}:`}${line}:${column}`;
  return `${place} ${severity} ${code}${row === undefined ? "" : ` "${row}"`}`;
}
