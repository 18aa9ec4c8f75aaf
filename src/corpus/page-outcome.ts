/** The outcome of an input page. */
export interface PageOutcome {
  /** The page's path, relative to the project, with `/` separators. */
  readonly file: string;
  /**
   * - `used`: the spec of an operation comes from the page.
   * - `second`: another page of its operation is preferred.
   * - `refused`: it documents or resembles an operation, but none is made.
   * - `unwanted`: it documents an operation of a product outside the configuration.
   * - `guide`: it documents no operation.
   * - `ignored`: the configuration excludes it.
   * - `skipped`: it is a link to a page or folder that is read itself.
   */
  readonly state: PageState;
  /** The documented operation, if the page names one. */
  readonly action?: string;
  /** The reason no operation is made; missing if one is. */
  readonly reason?: string;
}

/** The reason a page is a guide. */
export const noTables = "it has no table of parameters";

export type PageState =
  "used" | "second" | "refused" | "unwanted" | "guide" | "ignored" | "skipped";

/**
 * Counts pages for the last line of a build and `inspect`:
 * `1,268 pages: 340 operations, 12 refused, 916 guides`.
 */
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
