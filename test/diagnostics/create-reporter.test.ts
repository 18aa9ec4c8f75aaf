import { expect, test } from "vitest";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createSource } from "../../src/text/source.ts";

const source = createSource("page.md", "|Pages|Integer\n");
const span = { start: 0, end: 14 };

test("a report becomes a diagnostic with the severity and message of its code", () => {
  const diagnostics: Diagnostic[] = [];
  const report = createReporter(source, diagnostics);

  report("table/unclosed-row", span, { row: "Pages", cells: 1, columns: 2 });
  report("table/missing-separator", span, {});

  expect(diagnostics).toEqual([
    {
      code: "table/unclosed-row",
      severity: "error",
      message: expect.stringContaining("Pages") as string,
      source,
      span,
      row: "Pages",
    },
    {
      code: "table/missing-separator",
      severity: "warning",
      message: expect.stringContaining("|--|") as string,
      source,
      span,
    },
  ]);
});
