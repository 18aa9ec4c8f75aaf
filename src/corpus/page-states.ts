import type { PageOutcome, PageState } from "./page-outcome.ts";
import type { Corpus } from "./read-corpus.ts";

/** The states of pages that are derived in sequence. */
export interface PageStates {
  /** Records if a page has an error. */
  readonly settle: (file: string, broken: boolean) => void;
  /** Returns the state; `undefined` while preferred pages are not derived yet. */
  readonly find: (file: string) => PageState | undefined;
  /** Returns the state as far as known; pages not derived count as error-free. */
  readonly guess: (file: string) => PageState;
  /** Returns the outcome of each requested page. */
  readonly outcomes: () => PageOutcome[];
}

/** Opens the states of a corpus: a build uses the first page of each operation without an error. */
export function openPageStates({ groups, account }: Omit<Corpus, "pages">): PageStates {
  const broken = new Map<string, boolean>();
  const known = new Map(account.outcomes.map(({ file, state }) => [file, state]));
  /** The pages of each operation, in order of preference. */
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
