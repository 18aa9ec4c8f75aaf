import { colored, plain } from "../diagnostics/paint.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../diagnostics/render-diagnostic.ts";

/** Options of {@link formatDiagnostic}. */
export interface FormatOptions {
  /** Uses terminal colours. Default: false. */
  readonly colors?: boolean;
}

/**
 * Formats a diagnostic for people: `path:line:column severity code message`, then the source line
 * with carets. Lines and columns count from 1.
 *
 * @param options Format options.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  { colors = false }: FormatOptions = {},
): string {
  return renderDiagnostic(diagnostic, colors ? colored : plain);
}
