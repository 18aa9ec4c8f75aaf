import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readText } from "../markdown/read-prose.ts";
import { isScalarShape } from "../spec/is-scalar-shape.ts";
import { contradiction, type LintedPage } from "./linted-page.ts";
import { scalarOf, whyUnfit } from "./why-unfit.ts";

/** Compares the example cell of a row with the row's constraints. */
export function checkExamples({ page, request, response }: LintedPage): Diagnostic[] {
  const { source } = page;
  return [...request, ...response].flatMap(({ member, row }) => {
    const cell = row?.cells.get("example");
    if (row === undefined || cell === undefined || !isScalarShape(member)) return [];
    const value = readText(cell);
    const reason = whyUnfit(value, member, member.description);
    if (reason === undefined) return [];
    const says = row.cells.get(/number|true/.test(reason) ? "type" : "description") ?? row.key;
    const related = [{ source, span: says.span, message: "what the row says" }];
    return contradiction(
      "lint/example-value",
      { row: member.name, value, reason },
      { source, span: cell.span },
      related,
    );
  });
}

/** Compares the default of a row with the row's allowed values. */
export function checkDefaults({ page, request, response }: LintedPage): Diagnostic[] {
  const { source } = page;
  return [...request, ...response].flatMap(({ member, row }) => {
    const shape = scalarOf(member);
    const value = shape?.default === undefined ? "" : String(shape.default.value);
    const reason =
      shape === undefined || value === "" ? undefined : whyUnfit(value, shape, member.description);
    if (row === undefined || shape === undefined || reason === undefined) return [];
    const start = source.lineStarts[(shape.default?.line ?? 1) - 1] ?? 0;
    const at = source.text.indexOf(value, start);
    const span = at === -1 ? row.key.span : { start: at, end: at + value.length };
    const related = [{ source, span: row.key.span, message: "the row" }];
    return contradiction(
      "lint/default-value",
      { row: member.name, value, reason },
      { source, span },
      related,
    );
  });
}
