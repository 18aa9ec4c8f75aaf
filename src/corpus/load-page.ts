import { createReporter, reportPath } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { parseDocument } from "../markdown/parse-document.ts";
import type { Page } from "../page/page.ts";
import { readPage } from "../page/read-page.ts";
import type { Limits } from "../text/limits.ts";
import { readSource } from "../text/read-source.ts";
import type { Source } from "../text/source.ts";

/** The facts of a page, and its diagnostics. */
export interface PageFacts {
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads a page's text, up to its limit. An unreadable page is reported and returns `undefined`. */
export function loadPage(
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

/** Parses a page's text, and reads its facts. */
export function readFacts(source: Source): PageFacts {
  const diagnostics: Diagnostic[] = [];
  const report = createReporter(source, diagnostics);
  return { page: readPage(parseDocument(source, report), report), diagnostics };
}
