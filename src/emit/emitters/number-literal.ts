import { vouch, type Code } from "./code.ts";

/** Prints a number literal. NaN and infinities are a bug and throw. */
export function numberLiteral(value: number): Code {
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${String(value)}`);
  return vouch(String(value).replace("e+", "e"));
}
