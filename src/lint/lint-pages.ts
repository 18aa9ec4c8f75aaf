import { deriveOperation } from "../derive/derive-operation.ts";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import type { Progress } from "../diagnostics/progress.ts";
import type { Code } from "../diagnostics/registry.ts";
import { findPages } from "../find-pages.ts";
import { readText } from "../markdown/read-prose.ts";
import type { Page } from "../page/page.ts";
import { readPages } from "../read-pages.ts";
import { locate } from "../text/locate.ts";
import { displayPath } from "../text/read-source.ts";
import { checkVersions, type PageVersion } from "./check-versions.ts";
import { lintPage } from "./lint-page.ts";
import { defaultLimits, type Limits } from "../text/limits.ts";
import { openPage } from "./open-page.ts";

/** What reading a page finds that is a contradiction as well. */
const contradictions: ReadonlySet<Code> = new Set([
  "derive/duplicate-parameter",
  "derive/conflicting-parameter",
  "derive/unclear-default",
]);

/** What pages contradict: each in itself, and those of one operation among each other. */
export function lintPages(
  paths: readonly string[],
  diagnostics: Diagnostic[],
  limits: Limits = defaultLimits,
  progress?: Progress,
): { readonly pages: number } {
  const versions = new Map<string, PageVersion>();
  let pages = 0;
  for (const { found, page, siblings, diagnostics: read } of readPages(
    findPages(paths, diagnostics),
    diagnostics,
    limits,
    progress,
  )) {
    const own: Diagnostic[] = [];
    const { source } = page;
    const report = createReporter(source, own);
    const operation = deriveOperation(page, { page: found.file, siblings }, report);
    if (operation === undefined) continue;
    pages += 1;
    const beyond = [...read, ...own].filter(({ code }) => code.startsWith("limit/"));
    for (const one of beyond) diagnostics.push(one);
    for (const one of own) if (contradictions.has(one.code)) diagnostics.push(one);
    for (const one of lintPage(openPage(page, operation))) diagnostics.push(one);
    const key = `${operation.product} ${operation.version} ${operation.action}`;
    const other = versions.get(key);
    const version = { source, operation, typed: typedLines(page) };
    if (other !== undefined && operation.product !== "")
      for (const one of checkVersions(other, version)) diagnostics.push(one);
    versions.set(key, version);
  }
  if (pages === 0 && diagnostics.length === 0) {
    for (const path of paths) {
      reportPath(path, "extract/no-pages", { folder: displayPath(path) }, diagnostics);
    }
  }
  return { pages };
}

function typedLines({ source, request, response, types }: Page): Set<number> {
  const typed = [...request, ...response, ...types].filter(({ cells }) => {
    const cell = cells.get("type");
    return cell !== undefined && readText(cell) !== "";
  });
  return new Set(typed.map(({ span }) => locate(source, span.start).line));
}
