import type { Fault } from "./fault.ts";

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
