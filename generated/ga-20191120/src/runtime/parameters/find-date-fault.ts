import type { Fault } from "./fault.ts";

/** Says what keeps a date from being sent, if anything does. */
export function findDateFault(value: Date): Fault | undefined {
  const year = value.getUTCFullYear();
  return year >= 0 && year <= 9999
    ? undefined
    : { rule: "invalid-date", text: "must be a valid date of the years 0 to 9999" };
}
