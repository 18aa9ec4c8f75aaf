import type { Diagnostic } from "./diagnostic.ts";

/** Findings file by file as they came, and within a file from its beginning to its end. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(diagnostics.map(({ source }) => source.path))];
  return [...diagnostics].sort(
    (a, b) =>
      files.indexOf(a.source.path) - files.indexOf(b.source.path) || a.span.start - b.span.start,
  );
}
