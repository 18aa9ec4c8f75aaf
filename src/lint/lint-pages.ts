import { addAll } from "../diagnostics/add-all.ts";
import type { Project } from "../config/project.ts";
import { countPages, derivePages } from "../corpus/derive-pages.ts";
import { readCorpus } from "../corpus/read-corpus.ts";
import { deriveName } from "../derive/rows/derive-parameter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import type { Code } from "../diagnostics/registry.ts";
import { restoreDiagnostics } from "../diagnostics/stored-diagnostic.ts";
import { readText } from "../markdown/read-prose.ts";
import { findRow } from "../page/find-row.ts";
import type { Page, ParameterRow } from "../page/page.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { Member, Operation } from "../spec/operation.ts";
import { locate } from "../text/source.ts";
import { boundFindings } from "./bound-findings.ts";
import { checkAnswers } from "./check-answers.ts";
import { checkErrors } from "./check-errors.ts";
import { checkRequestSamples } from "./check-request-samples.ts";
import { checkDefaults, checkExamples } from "./check-values.ts";
import { checkVersions, type PageVersion } from "./check-versions.ts";
import type { LintedMember, LintedPage } from "./linted-page.ts";

/** Diagnostics of the derivation that are contradictions too. */
const contradictions: ReadonlySet<Code> = new Set([
  "derive/duplicate-parameter",
  "derive/conflicting-parameter",
  "derive/unclear-default",
]);

/** Checks each page, and the pages of each operation against each other. */
export async function lintPages(
  project: Project,
  diagnostics: Diagnostic[],
  report: Progress = () => undefined,
): Promise<{ readonly pages: number }> {
  const versions = new Map<string, PageVersion>();
  const progress = countPages(report);
  const corpus = await readCorpus(project, { progress }, diagnostics);
  const bound = boundFindings();
  let pages = 0;
  for (const { derived } of derivePages(corpus, project, progress)) {
    const { page, operation } = derived ?? {};
    if (derived === undefined || page === undefined || operation === undefined) continue;
    pages += 1;
    const found = derived.diagnostics.filter(isLinted);
    addAll(found, lintPage(openPage(page, operation)));
    const key = `${operation.product} ${operation.version} ${operation.action}`;
    const other = versions.get(key);
    const version = { source: page.source, operation, typed: typedLines(page) };
    if (other !== undefined && operation.product !== "")
      addAll(found, checkVersions(other, version));
    addAll(diagnostics, bound(found));
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

const rules = [checkRequestSamples, checkExamples, checkDefaults, checkAnswers, checkErrors];

/** Checks a page alone. */
function lintPage(page: LintedPage): Diagnostic[] {
  return rules.flatMap((rule) => rule(page));
}

/** Combines a page and its derived members: each member with its row. */
function openPage(page: Page, operation: Operation): LintedPage {
  const names = new Map<ParameterRow, string | undefined>();
  /**
   * Returns the name of the member that a row documents; an enclosing or nested one may have no row
   * of its own.
   */
  const nameOf = (row: ParameterRow): string | undefined => {
    if (!names.has(row)) names.set(row, nameIn(page, row));
    return names.get(row);
  };
  const membersOf = (members: readonly Member[]): LintedMember[] =>
    [...walkMembers(members)].flatMap(({ path, member }) => {
      if (member === undefined) return [];
      const row = member.line === undefined ? undefined : findRow(page, member.line);
      const own = row !== undefined && (isNamed(row, member) || nameOf(row) === member.name);
      return [{ path, member, ...(own ? { row } : {}) }];
    });
  return {
    page,
    operation,
    request: membersOf(operation.request),
    response: membersOf(operation.response),
  };
}

/** Matches a name cell that is a plain word, as nearly all are. It is the name and needs no reading. */
function isNamed({ key }: ParameterRow, { name }: Member): boolean {
  return key.text === name && /^[A-Za-z]\w+$/.test(name);
}

function nameIn({ source }: Page, row: ParameterRow): string | undefined {
  return deriveName(source, row, () => undefined)?.segments.at(-1)?.name;
}
