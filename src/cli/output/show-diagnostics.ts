import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Severity } from "../../diagnostics/registry.ts";
import { renderDiagnostic } from "../../diagnostics/render-diagnostic.ts";
import { sortDiagnostics } from "../../diagnostics/sort-diagnostics.ts";
import { count } from "./count.ts";
import { exitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";

/** Shows findings on stderr, with a count at the end, and says how the command ends. */
export function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  { err, paint }: Output,
): number {
  const shown = diagnostics.filter(({ severity }) => severity !== "note");
  for (const diagnostic of sortDiagnostics(shown))
    err(`${renderDiagnostic(diagnostic, paint)}\n\n`);
  const errors = shown.filter(({ severity }) => severity === "error").length;
  const warnings = shown.length - errors;
  const color = (severity: Severity, text: string) => paint?.severity[severity](text) ?? text;
  const counts = [
    ...(errors > 0 ? [color("error", count(errors, "error"))] : []),
    ...(warnings > 0 ? [color("warning", count(warnings, "warning"))] : []),
  ];
  if (counts.length > 0) err(`${counts.join(", ")}\n`);
  return exitCode(diagnostics);
}
