import type { Diagnostic } from "./diagnostic.ts";

/** Sorts diagnostics: files in the order of their first diagnostic, and by position within a file. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const places = new Map<string, number>();
  for (const { source } of diagnostics) {
    if (!places.has(source.path)) places.set(source.path, places.size);
  }
  const placeOf = ({ source }: Diagnostic) => places.get(source.path) ?? 0;
  return [...diagnostics].sort((a, b) => placeOf(a) - placeOf(b) || a.span.start - b.span.start);
}
