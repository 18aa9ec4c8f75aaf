import { addAll } from "../diagnostics/add-all.ts";
import type { Project } from "../config/project.ts";
import { countPages, derivePages } from "../corpus/derive-pages.ts";
import { readCorpus } from "../corpus/read-corpus.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { restoreDiagnostics } from "../diagnostics/stored-diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import type { Code } from "../diagnostics/registry.ts";
import { readText } from "../markdown/read-prose.ts";
import type { Page } from "../page/page.ts";
import { locate } from "../text/source.ts";
import { checkVersions, type PageVersion } from "./check-versions.ts";
import { lintPage } from "./lint-page.ts";
import { openPage } from "./open-page.ts";

/** What reading a page finds that is a contradiction as well. */
const contradictions: ReadonlySet<Code> = new Set([
  "derive/duplicate-parameter",
  "derive/conflicting-parameter",
  "derive/unclear-default",
]);

/** What pages contradict: each in itself, and those of one operation among each other. */
export async function lintPages(
  project: Project,
  diagnostics: Diagnostic[],
  report: Progress = () => undefined,
): Promise<{ readonly pages: number }> {
  const versions = new Map<string, PageVersion>();
  const progress = countPages(report);
  const corpus = await readCorpus(project, { progress }, diagnostics);
  let pages = 0;
  for (const { derived } of derivePages(corpus, project, progress)) {
    const { page, operation } = derived ?? {};
    if (derived === undefined || page === undefined || operation === undefined) continue;
    pages += 1;
    addAll(diagnostics, derived.diagnostics.filter(isLinted));
    addAll(diagnostics, lintPage(openPage(page, operation)));
    const key = `${operation.product} ${operation.version} ${operation.action}`;
    const other = versions.get(key);
    const version = { source: page.source, operation, typed: typedLines(page) };
    if (other !== undefined && operation.product !== "")
      addAll(diagnostics, checkVersions(other, version));
    versions.set(key, version);
  }
  const empty = corpus.account.diagnostics.filter(({ severity }) => severity === "error");
  addAll(diagnostics, restoreDiagnostics(empty, project.root));
  return { pages };
}

function isLinted({ code }: Diagnostic): boolean {
  return code.startsWith("limit/") || contradictions.has(code);
}

function typedLines({ source, request, response, types }: Page): Set<number> {
  const typed = [...request, ...response, ...types].filter(({ cells }) => {
    const cell = cells.get("type");
    return cell !== undefined && readText(cell) !== "";
  });
  return new Set(typed.map(({ span }) => locate(source, span.start).line));
}
