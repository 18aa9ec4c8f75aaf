import type { Diagnostic } from "./diagnostic.ts";

/** Findings file by file as they came, and within a file from its beginning to its end. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const places = new Map<string, number>();
  for (const { source } of diagnostics) {
    if (!places.has(source.path)) places.set(source.path, places.size);
  }
  const placeOf = ({ source }: Diagnostic) => places.get(source.path) ?? 0;
  return [...diagnostics].sort((a, b) => placeOf(a) - placeOf(b) || a.span.start - b.span.start);
}
