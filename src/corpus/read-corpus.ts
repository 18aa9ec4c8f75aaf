import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { accountPages, type PageAccount } from "./account-pages.ts";
import { findPages, type InputPage } from "./find-pages.ts";
import { groupPages, readFallbacks, type GroupedPages } from "./group-pages.ts";
import { noCache } from "./page-cache.ts";
import { readPages, type KnownPage, type ReadingOptions } from "./read-pages.ts";

/** The pages of a project, read and brought together. Nothing of their meaning is derived yet. */
export interface Corpus extends GroupedPages {
  readonly pages: readonly KnownPage[];
  /** The pages that are in no group. */
  readonly account: PageAccount;
}

/** Options of reading a corpus. */
export interface CorpusOptions extends Partial<Omit<ReadingOptions, "limits">> {
  /** The pages, where they are known. Default: those that `findPages` finds. */
  readonly input?: readonly InputPage[];
}

/**
 * The road from pages to operations: find, read, group. `deriveOperations` goes on from here, for the groups
 * of one product after the other.
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
