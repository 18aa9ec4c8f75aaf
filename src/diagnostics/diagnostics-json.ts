import { locate } from "../text/source.ts";
import type { Diagnostic, RelatedPlace } from "./diagnostic.ts";
import type { Code, Severity } from "./registry.ts";
import { sortDiagnostics } from "./sort-diagnostics.ts";

/** A finding as programs read it. Lines and columns count from 1, columns in UTF-16 code units. */
export interface DiagnosticJson {
  readonly code: Code;
  readonly severity: Severity;
  /** Relative to where the command runs, with `/` between folders. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Where the marked text has ended: the place of the character after it. */
  readonly endLine: number;
  readonly endColumn: number;
  /** The name cell of the table row that the finding is about. */
  readonly row?: string;
  readonly message: string;
  /** The other sides of a contradiction; missing where there are none. */
  readonly related?: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  /** How many findings of the same code this one stands for, which are left out; missing where none are. */
  readonly omitted?: number;
}

/** Findings as programs read them, file by file, and in a file from its beginning to its end. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): DiagnosticJson[] {
  return sortDiagnostics(diagnostics).map(
    ({ code, severity, message, source, span, row, related, omitted }) => {
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
        ...(related === undefined ? {} : { related: related.map(placeOf) }),
        ...(omitted === undefined ? {} : { omitted }),
      };
    },
  );
}

function placeOf({ source, span, message }: RelatedPlace) {
  return { path: source.path, ...locate(source, span.start), message };
}
