import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/sort-diagnostics.ts";
import { locate } from "../text/locate.ts";

/** Findings as programs read them. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): object[] {
  return sortDiagnostics(diagnostics).map(({ code, severity, message, source, span, row }) => ({
    code,
    severity,
    path: source.path,
    ...locate(source, span.start),
    ...(row === undefined ? {} : { row }),
    message,
  }));
}
