import type { Source } from "../text/source.ts";
import { showInvisible } from "../text/visible.ts";
import type { Diagnostic, Report } from "./diagnostic.ts";
import { registry, type Entry } from "./registry.ts";

/** A `Report` that adds findings about one source to a list. */
export function createReporter(source: Source, diagnostics: Diagnostic[]): Report {
  return (code, span, parameters) => {
    const entry = registry[code] as Entry<object>;
    diagnostics.push({
      code,
      severity: entry.severity,
      // Two values that differ look the same where the difference is not seen.
      message: showInvisible(entry.message(parameters)),
      source,
      span,
      ...("row" in parameters && typeof parameters.row === "string" ? { row: parameters.row } : {}),
    });
  };
}
