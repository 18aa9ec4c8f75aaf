import { readText } from "../markdown/read-prose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isScalarShape } from "../spec/is-scalar-shape.ts";
import { contradiction } from "./contradiction.ts";
import type { LintedPage } from "./linted-page.ts";
import { whyUnfit } from "./why-unfit.ts";

/** The example cell of a row against what the row says of its values. */
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
