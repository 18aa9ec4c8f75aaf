import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import type { Limits } from "../text/limits.ts";
import { readSource } from "../text/read-source.ts";
import type { Source } from "../text/source.ts";

/**
 * A page's text, as far as it may be read; nothing where it cannot be read, and then the reason is reported.
 */
export function readPageFile(
  path: string,
  limits: Limits,
  diagnostics: Diagnostic[],
): Source | undefined {
  try {
    return readSource(path, { limits, size: "pageBytes" });
  } catch (error) {
    reportPath(path, "file/unreadable", { reason: (error as Error).message }, diagnostics);
    return undefined;
  }
}
