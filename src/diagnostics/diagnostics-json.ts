import { locate } from "../text/source.ts";
import type { Diagnostic, RelatedPlace } from "./diagnostic.ts";
import type { Code, Severity } from "./registry.ts";
import { sortDiagnostics } from "./sort-diagnostics.ts";

/** A diagnostic as JSON. Lines and columns count from 1, columns in UTF-16 code units. */
export interface DiagnosticJson {
  readonly code: Code;
  readonly severity: Severity;
  /** Relative to the current folder, with `/` between folders. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The end of the range, exclusive. */
  readonly endLine: number;
  readonly endColumn: number;
  /** The name cell of the table row concerned. */
  readonly row?: string;
  readonly message: string;
  /** All names that the message lists the first of; missing where it lists none. */
  readonly names?: readonly string[];
  /** The other places of a contradiction; absent without a contradiction. */
  readonly related?: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  /** The number of findings of the same code that this one stands for; absent if none was left out. */
  readonly omitted?: number;
}

/** Converts diagnostics to JSON, grouped by file and sorted by position within a file. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): DiagnosticJson[] {
  return sortDiagnostics(diagnostics).map(
    ({ code, severity, message, source, span, row, names, related, omitted }) => {
      const end = locate(source, span.end);
      return {
        code,
        severity,
        path: source.path,
        ...locate(source, span.start),
        endLine: end.line,
        endColumn: end.column,
        ...(row === undefined ? {} : { row }),
        message,
        ...(names === undefined ? {} : { names }),
        ...(related === undefined ? {} : { related: related.map(placeOf) }),
        ...(omitted === undefined ? {} : { omitted }),
      };
    },
  );
}

function placeOf({ source, span, message }: RelatedPlace) {
  return { path: source.path, ...locate(source, span.start), message };
}
