import type { PageOutcome } from "../../corpus/page-outcome.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Severity } from "../../diagnostics/registry.ts";
import { count } from "./count.ts";
import { exitCode, type Output } from "./output.ts";

/**
 * Shows findings on stderr, with a count at the end, and says how the command ends.
 *
 * @param pages The outcomes of the pages, so that pages without an operation are shown by their folders. Default: one
 * by one.
 */
export async function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  { err, paint }: Output,
  pages: readonly PageOutcome[] = [],
): Promise<number> {
  const shown = diagnostics.filter(({ severity }) => severity !== "note");
  if (shown.length === 0) return exitCode(diagnostics);
  const { renderDiagnostic } = await import("../../diagnostics/render-diagnostic.ts");
  const { sortDiagnostics } = await import("../../diagnostics/sort-diagnostics.ts");
  const { groupUnnamed } = await import("./group-unnamed.ts");
  const sorted = sortDiagnostics(shown);
  const { others, groups } =
    pages.length === 0 ? { others: sorted, groups: [] } : groupUnnamed(sorted, pages, paint);
  for (const diagnostic of others) err(`${renderDiagnostic(diagnostic, paint)}\n\n`);
  for (const group of groups) err(`${group}\n\n`);
  const numberOf = (wanted: Severity) =>
    shown.reduce((sum, { severity, omitted = 1 }) => sum + (severity === wanted ? omitted : 0), 0);
  const [errors, warnings] = [numberOf("error"), numberOf("warning")];
  const color = (severity: Severity, text: string) => paint?.severity[severity](text) ?? text;
  const counts = [
    ...(errors > 0 ? [color("error", count(errors, "error"))] : []),
    ...(warnings > 0 ? [color("warning", count(warnings, "warning"))] : []),
  ];
  err(`${counts.join(", ")}\n`);
  return exitCode(diagnostics);
}
