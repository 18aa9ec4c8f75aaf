import { findErrorRow } from "../page/find-row.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { contradiction, type LintedPage } from "./linted-page.ts";

/** Reports an error with two HTTP statuses and one message: only one status can be right. */
export function checkErrors({ page, operation }: LintedPage): Diagnostic[] {
  const { source } = page;
  const first = new Map<string, (typeof operation.errors)[number]>();
  return operation.errors.flatMap((entry): Diagnostic[] => {
    const { code, status, message, line } = entry;
    const key = `${code}\n${message ?? ""}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, entry);
    if (
      other?.status === undefined ||
      other.line === undefined ||
      status === undefined ||
      line === undefined
    )
      return [];
    if (other.status === status) return [];
    const [row, earlier] = [findErrorRow(page, line), findErrorRow(page, other.line)];
    if (row === undefined || earlier === undefined) return [];
    const parameters = { row: code, status, other: other.status, line: other.line };
    const span = (row.cells.get("status") ?? row.key).span;
    const related = [
      {
        source,
        span: (earlier.cells.get("status") ?? earlier.key).span,
        message: `status ${other.status}`,
      },
    ];
    return contradiction("lint/error-status", parameters, { source, span }, related);
  });
}
