import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { accountPages, type PageAccount } from "./account-pages.ts";
import { findPages, type InputPage } from "./find-pages.ts";
import { groupPages, readFallbacks, type GroupedPages } from "./group-pages.ts";
import { noCache } from "./page-cache.ts";
import { readPages, type KnownPage, type ReadingOptions } from "./read-pages.ts";

/** The pages of a project, read and grouped. Their meaning is not derived yet. */
export interface Corpus extends GroupedPages {
  readonly pages: readonly KnownPage[];
  /** The ungrouped pages. */
  readonly account: PageAccount;
}

/** Options of reading a corpus. */
export interface CorpusOptions extends Partial<Omit<ReadingOptions, "limits">> {
  /** The pages, if known. Default: the result of `findPages`. */
  readonly input?: readonly InputPage[];
}

/**
 * Finds, reads and groups the pages of a project. `deriveOperations` continues from here, one
 * product at a time.
 */
export async function readCorpus(
  project: Project,
  { input, cache = noCache, ...options }: CorpusOptions,
  diagnostics: Diagnostic[],
): Promise<Corpus> {
  const { limits } = project;
  const found = input ?? findPages(project, diagnostics);
  const wanted = found.filter(({ ignored, unread }) => ignored !== true && unread === undefined);
  const pages = readPages(wanted, { ...options, cache, limits }, diagnostics);
  const grouped = groupPages(project, pages, await readFallbacks(project, pages));
  return { pages, ...grouped, account: accountPages(project, grouped, found) };
}
