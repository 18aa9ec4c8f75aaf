/** What is wrong with a sample. */
export interface SampleFault {
  readonly rule: SampleRule;
  /** Where in the request or the answer: `PortRanges[].FromPort`. */
  readonly path: string;
  /** Of the page, counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/** How samples contradict their pages. */
export type SampleRule =
  /** A request sends what no row documents. */
  | "unknown-parameter"
  /** An answer has what no row documents. */
  | "unknown-member"
  /** An answer lacks what another sample of the operation has: see `Member.required`. */
  | "lacks-member"
  /** A value is not of the type of its row. */
  | "other-type"
  /** A list, an object or a single value is something else in the JSON sample. */
  | "other-than-twin"
  /** The package makes something else of the sample, and nothing on the page says why. */
  | "own";

/** How many samples pages have, and what became of them. */
export interface SampleCounts {
  /** Those that can be read, of calls that go well. */
  readonly seen: number;
  readonly passed: number;
  /** Those that contradict their page. */
  readonly page: number;
  /** Those that do not pass for no reason that the page gives. */
  readonly own: number;
  /** Broken texts, and answers of failed calls. */
  readonly unreadable: number;
}
