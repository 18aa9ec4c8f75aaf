import { colored, plain } from "../diagnostics/paint.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../diagnostics/render-diagnostic.ts";

/** How a finding is to look. */
export interface FormatOptions {
  /** With the colours of terminals. Default: none. */
  readonly colors?: boolean;
}

/**
 * A finding as people read it: `path:line:column severity code message`, and the line with carets below
 * what is meant. Lines and columns count from 1.
 *
 * @param options How it is to look.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  { colors = false }: FormatOptions = {},
): string {
  return renderDiagnostic(diagnostic, colors ? colored : plain);
}
