import type { ScalarValue } from "../../spec/operation.ts";
import { vouch, type Code } from "./code.ts";
import { stringLiteral } from "./string-literal.ts";

/** A string, number or boolean in TypeScript. A number that has no literal is our own mistake. */
export function literal(value: ScalarValue): Code {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Error(`not a finite number: ${String(value)}`);
  }
  return vouch(String(value).replace("e+", "e"));
}
