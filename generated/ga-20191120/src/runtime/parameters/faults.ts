import type { RequestRule } from "../errors/request-error.ts";
import { describeType } from "./value-kinds.ts";

/** What is wrong with a value. */
export interface Fault {
  readonly rule: RequestRule;
  /** Goes on where a path began the sentence: `must be …`. */
  readonly text: string;
}

/** Of a value that is not what is expected. */
export function wrongType(value: unknown, expected: string): Fault {
  return { rule: "type", text: `must be ${expected}, not ${describeType(value)}` };
}

/** Of an item for which nothing would be sent. */
export const emptyItem: Fault = {
  rule: "empty-item",
  text: "is empty, and the next would take its place: take it out",
};

/** Says what keeps a text from being sent, if anything does. */
export function findTextFault(value: string): Fault | undefined {
  return /\p{Surrogate}/u.test(value)
    ? { rule: "lone-surrogate", text: "holds a lone surrogate: take it out" }
    : undefined;
}

/** What is known of a number: it is whole, it may be anything, or nothing at all is known. */
export type NumberKind = "integer" | "number" | "unknown";

/** Says what keeps a number from being sent, if anything does. */
export function findNumberFault(value: number, kind: NumberKind): Fault | undefined {
  if (!Number.isFinite(value)) return { rule: "not-finite", text: "must be a finite number" };
  if (kind === "number" || Number.isSafeInteger(value)) return undefined;
  if (Number.isInteger(value)) {
    const text = "is beyond 2^53: give it as a bigint";
    return { rule: "unsafe-integer", text };
  }
  return kind === "integer" ? { rule: "not-integer", text: "must be a whole number" } : undefined;
}

/** Says what keeps a date from being sent, if anything does. */
export function findDateFault(value: Date): Fault | undefined {
  const year = value.getUTCFullYear();
  return year >= 0 && year <= 9999
    ? undefined
    : { rule: "invalid-date", text: "must be a valid date of the years 0 to 9999" };
}
