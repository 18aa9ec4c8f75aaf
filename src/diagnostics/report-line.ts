import { displayPath, readSource } from "../text/read-source.ts";
import { createSource, type Source } from "../text/source.ts";
import { createReporter } from "./create-reporter.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Code, Parameters } from "./registry.ts";

/** Adds a finding about a line of a file, counted from 1. A file that is not there has nothing to show. */
export function reportLine<C extends Code>(
  path: string,
  line: number,
  { code, parameters }: { readonly code: C; readonly parameters: Parameters<C> },
  diagnostics: Diagnostic[],
): void {
  const last = diagnostics.at(-1)?.source;
  // One file often has many findings, one after the other.
  const source = last?.path === displayPath(path) ? last : sourceAt(path);
  const start = source.lineStarts[line - 1] ?? 0;
  const end = (source.lineStarts[line] ?? source.text.length + 1) - 1;
  createReporter(source, diagnostics)(code, { start, end: Math.max(start, end) }, parameters);
}

function sourceAt(path: string): Source {
  try {
    return readSource(path);
  } catch {
    return createSource(displayPath(path), "");
  }
}
