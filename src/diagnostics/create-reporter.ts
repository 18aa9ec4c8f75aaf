import { displayPath, readSourceIfAny } from "../text/read-source.ts";
import { createSource, type Source } from "../text/source.ts";
import { showInvisible } from "../text/visible.ts";
import type { Diagnostic, Report } from "./diagnostic.ts";
import { registry, type Code, type Entry, type Parameters } from "./registry.ts";

/** Creates a `Report` that adds diagnostics about one source to a list. */
export function createReporter(source: Source, diagnostics: Diagnostic[]): Report {
  return (code, span, parameters) => {
    const entry = registry[code] as Entry<object>;
    diagnostics.push({
      code,
      severity: entry.severity,
      // Escaped, so that values which differ only in invisible characters look different.
      message: showInvisible(entry.message(parameters)),
      source,
      span,
      ...("names" in parameters ? { names: parameters.names as readonly string[] } : {}),
      ...("row" in parameters && typeof parameters.row === "string" ? { row: parameters.row } : {}),
    });
  };
}

/** Adds a diagnostic about a file or folder as a whole, such as one that cannot be read. */
export function reportPath<C extends Code>(
  path: string,
  code: C,
  parameters: Parameters<C>,
  diagnostics: Diagnostic[],
): void {
  const report = createReporter(createSource(displayPath(path), ""), diagnostics);
  report(code, { start: 0, end: 0 }, parameters);
}

/** Adds a diagnostic about a line of a file, from 1. A missing file gives no excerpt. */
export function reportLine<C extends Code>(
  path: string,
  line: number,
  { code, parameters }: { readonly code: C; readonly parameters: Parameters<C> },
  diagnostics: Diagnostic[],
): void {
  const last = diagnostics.at(-1)?.source;
  // Consecutive diagnostics often concern the same file.
  const source = last?.path === displayPath(path) ? last : readSourceIfAny(path);
  const start = source.lineStarts[line - 1] ?? 0;
  const end = (source.lineStarts[line] ?? source.text.length + 1) - 1;
  createReporter(source, diagnostics)(code, { start, end: Math.max(start, end) }, parameters);
}
