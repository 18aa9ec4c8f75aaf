import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { contradiction } from "./contradiction.ts";
import type { LintedPage } from "./linted-page.ts";
import { scalarOf } from "./scalar-of.ts";
import { whyUnfit } from "./why-unfit.ts";

/** The default of a row against the values that the row allows. */
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
