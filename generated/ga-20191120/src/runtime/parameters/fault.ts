import type { RequestRule } from "../errors/request-error.ts";

/** What is wrong with a value. */
export interface Fault {
  readonly rule: RequestRule;
  /** Goes on where a path began the sentence: `must be …`. */
  readonly text: string;
}
