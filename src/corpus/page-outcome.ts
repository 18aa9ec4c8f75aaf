/** What became of a page of the input. */
export interface PageOutcome {
  /** The page, relative to the project, with `/` between folders. */
  readonly file: string;
  /**
   * - `used`: the spec of an operation comes from it.
   * - `second`: another page of its operation is preferred.
   * - `refused`: it documents an operation, or looks like it, and no operation is made of it.
   * - `unwanted`: it documents an operation of a product that the configuration does not ask for.
   * - `guide`: it documents no operation.
   * - `ignored`: the configuration leaves it out.
   * - `skipped`: it is a link to a page or folder that is read itself.
   */
  readonly state: PageState;
  /** The operation that it documents, as far as it says so. */
  readonly action?: string;
  /** Why no operation is made of it; missing where one is. */
  readonly reason?: string;
}

/** Why a page is a guide. */
export const noTables = "it has no table of parameters";

export type PageState =
  "used" | "second" | "refused" | "unwanted" | "guide" | "ignored" | "skipped";

/** Counts pages as a build and `inspect` end with it: `1,268 pages: 340 operations, 12 refused, 916 guides`. */
export function countOutcomes(outcomes: readonly PageOutcome[]): string {
  const of = (state: PageState) => outcomes.filter((one) => one.state === state).length;
  const shown = (number: number, one: string, several = one) =>
    number === 0 ? [] : [`${number.toLocaleString("en")} ${number === 1 ? one : several}`];
  const total = shown(outcomes.length, "page", "pages")[0] ?? "0 pages";
  const parts = [
    ...shown(of("used"), "operation", "operations"),
    ...shown(of("second"), "second"),
    ...shown(of("refused"), "refused"),
    ...shown(of("unwanted"), "of other products"),
    ...shown(of("guide"), "guide", "guides"),
    ...shown(of("ignored"), "ignored"),
    ...shown(of("skipped"), "skipped"),
  ];
  return parts.length === 0 ? total : `${total}: ${parts.join(", ")}`;
}
