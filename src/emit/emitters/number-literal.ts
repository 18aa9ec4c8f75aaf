import { vouch, type Code } from "./code.ts";

/** A number in TypeScript. What is no number, or has no literal, is our own mistake. */
export function numberLiteral(value: number): Code {
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${String(value)}`);
  return vouch(String(value).replace("e+", "e"));
}
