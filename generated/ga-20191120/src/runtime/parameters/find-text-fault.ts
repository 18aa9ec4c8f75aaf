import type { Fault } from "./fault.ts";

/** Says what keeps a text from being sent, if anything does. */
export function findTextFault(value: string): Fault | undefined {
  return /\p{Surrogate}/u.test(value)
    ? { rule: "lone-surrogate", text: "holds a lone surrogate: take it out" }
    : undefined;
}
