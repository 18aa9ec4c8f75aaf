import type { ScalarValue } from "../../spec/operation.ts";
import { code, type Code } from "./code.ts";
import { numberLiteral } from "./number-literal.ts";
import { stringLiteral } from "./string-literal.ts";

/** Prints a string, number or boolean literal. */
export function literal(value: ScalarValue): Code {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "boolean") return numberLiteral(value);
  return value ? code`true` : code`false`;
}
