import type { PageOutcome, PageState } from "./page-outcome.ts";
import type { Corpus } from "./read-corpus.ts";

/** The states of pages that are derived one after the other. */
export interface PageStates {
  /** Notes whether a page has an error. */
  readonly settle: (file: string, broken: boolean) => void;
  /** Nothing while pages are preferred to it that have not been derived. */
  readonly find: (file: string) => PageState | undefined;
  /** The state as far as it is known: pages that nobody derives count as right. */
  readonly guess: (file: string) => PageState;
  /** The outcome of each page that was asked for. */
  readonly outcomes: () => PageOutcome[];
}

/** Opens the states of a corpus: of each operation's pages a build uses the first one without an error. */
export function openPageStates({ groups, account }: Omit<Corpus, "pages">): PageStates {
  const broken = new Map<string, boolean>();
  const known = new Map(account.outcomes.map(({ file, state }) => [file, state]));
  /** The pages of each operation, in the order of preference. */
  const pagesOf = new Map<string, readonly string[]>();
  for (const { candidates } of groups) {
    const files = candidates.map(({ page }) => page.input.file);
    for (const file of files) pagesOf.set(file, files);
  }
  const stateOf = (file: string, unknown?: false): PageState | undefined => {
    const state = known.get(file);
    if (state !== undefined) return state;
    const own = broken.get(file) ?? unknown;
    if (own !== false) return own === undefined ? undefined : "refused";
    for (const other of pagesOf.get(file) ?? []) {
      if (other === file) break;
      const found = broken.get(other) ?? unknown;
      if (found === undefined) return undefined;
      if (!found) return "second";
    }
    return "used";
  };
  const guess = (file: string) => stateOf(file, false) ?? "used";
  return {
    settle: (file, isBroken) => broken.set(file, isBroken),
    find: (file) => stateOf(file),
    guess,
    outcomes: () => [
      ...account.outcomes,
      ...groups.flatMap(({ action, candidates }) =>
        candidates
          .filter(({ page }) => page.input.asked)
          .map(({ page: { input } }) => ({ file: input.file, state: guess(input.file), action })),
      ),
    ],
  };
}
