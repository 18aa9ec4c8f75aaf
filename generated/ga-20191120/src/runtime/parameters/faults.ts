import type { RequestRule } from "../errors/request-error.ts";
import { describeType } from "./value-kinds.ts";

/** An error in a value. */
export interface Fault {
  readonly rule: RequestRule;
  /** Completes a sentence that begins with the member's path: `must be …`. */
  readonly text: string;
}

/** Returns the error of a value of the wrong type. */
export function wrongType(value: unknown, expected: string): Fault {
  return { rule: "type", text: `must be ${expected}, not ${describeType(value)}` };
}

/** The error of an item that sends nothing. */
export const emptyItem: Fault = {
  rule: "empty-item",
  text: "is empty, and the next would take its place: take it out",
};

/** Returns an error if a text cannot be sent. */
export function findTextFault(value: string): Fault | undefined {
  return /\p{Surrogate}/u.test(value)
    ? { rule: "lone-surrogate", text: "holds a lone surrogate: take it out" }
    : undefined;
}

/** The known kind of a number: an integer, any number, or unknown. */
export type NumberKind = "integer" | "number" | "unknown";

/** Returns an error if a number cannot be sent. */
export function findNumberFault(value: number, kind: NumberKind): Fault | undefined {
  if (!Number.isFinite(value)) return { rule: "not-finite", text: "must be a finite number" };
  if (kind === "number" || Number.isSafeInteger(value)) return undefined;
  if (Number.isInteger(value)) {
    const text = "is beyond 2^53: give it as a bigint";
    return { rule: "unsafe-integer", text };
  }
  return kind === "integer" ? { rule: "not-integer", text: "must be a whole number" } : undefined;
}

/** Returns an error if a date cannot be sent. */
export function findDateFault(value: Date): Fault | undefined {
  const year = value.getUTCFullYear();
  return year >= 0 && year <= 9999
    ? undefined
    : { rule: "invalid-date", text: "must be a valid date of the years 0 to 9999" };
}
