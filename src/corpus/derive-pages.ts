import type { Project } from "../config/project.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { folderName } from "../spec/product.ts";
import { describeOutline } from "./account-pages.ts";
import { derivePage, type DerivedPage } from "./derive-page.ts";
import type { Candidate } from "./group-pages.ts";
import type { InputPage } from "./find-pages.ts";
import type { Corpus } from "./read-corpus.ts";

/** A page derived alone: its operation, or the reason it has none. */
export interface PageMeaning {
  readonly input: InputPage;
  readonly candidate: Candidate;
  /** Missing if the page names no operation. */
  readonly derived?: DerivedPage;
  /** The reason a page that resembles an operation is refused. */
  readonly refused?: string;
}

/** Derives each page alone, without merging other pages of its operation. */
export function* derivePages(
  { pages, groups, unnamed, unwanted }: Omit<Corpus, "account">,
  project: Project,
  progress: Progress = () => undefined,
): Generator<PageMeaning> {
  const candidates = [...groups.flatMap((group) => group.candidates), ...unnamed, ...unwanted];
  const byPage = new Map(candidates.map((candidate) => [candidate.page, candidate]));
  for (const [index, page] of pages.entries()) {
    progress(pages.length + index, pages.length * 2, "pages");
    const candidate = byPage.get(page);
    if (candidate === undefined || !page.input.asked) continue;
    const { input, evidence } = page;
    if (evidence.action === undefined) {
      const looks = describeOutline(page);
      const refused =
        looks === undefined ? {} : { refused: `it has ${looks} and names no operation` };
      // A page given by name gets diagnostics about its missing parts.
      const derived = input.named ? { derived: derivePage(taskOf(candidate), project) } : {};
      yield { input, candidate, ...derived, ...refused };
    } else yield { input, candidate, derived: derivePage(taskOf(candidate), project) };
  }
}

/**
 * Converts progress in readings to progress in pages, for callers that read each page twice: for
 * its evidence and its meaning.
 */
export function countPages(progress: Progress): Progress {
  return (readings, total, what) => {
    progress(Math.floor(readings / 2), total / 2, what);
  };
}

function taskOf(candidate: Candidate) {
  const { productFolder } = candidate.page.input;
  return { productFolder: productFolder ?? folderName(candidate.identity), candidate };
}
