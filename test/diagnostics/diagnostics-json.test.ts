import { expect, test } from "vitest";
import { diagnosticsJson } from "../../src/diagnostics/diagnostics-json.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createSource } from "../../src/text/source.ts";

test("a finding has its place and where that ends, from 1, in UTF-16 code units", () => {
  expect(diagnosticsJson([finding("|😀名|\r\n|b|\r\n", { start: 3, end: 8 })])).toEqual([
    {
      code: "derive/unknown-type",
      severity: "error",
      path: "page.md",
      line: 1,
      column: 4,
      endLine: 2,
      endColumn: 2,
      message: "is no type.",
    },
  ]);
});

test("a finding about a row names it", () => {
  const found = { ...finding("Title", { start: 0, end: 5 }), row: "Title" };

  expect(diagnosticsJson([found])).toMatchObject([{ row: "Title", line: 1, endColumn: 6 }]);
});

test("an empty span ends where it begins", () => {
  expect(diagnosticsJson([finding("a\n", { start: 2, end: 2 })])).toMatchObject([
    { line: 2, column: 1, endLine: 2, endColumn: 1 },
  ]);
});

function finding(text: string, span: Diagnostic["span"]): Diagnostic {
  return {
    code: "derive/unknown-type",
    severity: "error",
    message: "is no type.",
    source: createSource("page.md", text),
    span,
  };
}
