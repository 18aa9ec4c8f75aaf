import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Severity } from "../../diagnostics/registry.ts";
import { count } from "./count.ts";
import { exitCode, type Output } from "./output.ts";

/** Prints diagnostics and their count to stderr, and returns the exit code. */
export async function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  { err, paint }: Output,
): Promise<number> {
  const shown = diagnostics.filter(({ severity }) => severity !== "note");
  if (shown.length === 0) return exitCode(diagnostics);
  const { renderDiagnostic } = await import("../../diagnostics/render-diagnostic.ts");
  const { sortDiagnostics } = await import("../../diagnostics/sort-diagnostics.ts");
  for (const diagnostic of sortDiagnostics(shown)) {
    err(`${renderDiagnostic(diagnostic, paint)}\n\n`);
  }
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
