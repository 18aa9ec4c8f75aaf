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
   */
  readonly state: PageState;
  /** The operation that it documents, as far as it says so. */
  readonly action?: string;
  /** Why no operation is made of it; missing where one is. */
  readonly reason?: string;
}

export type PageState = "used" | "second" | "refused" | "unwanted" | "guide";
