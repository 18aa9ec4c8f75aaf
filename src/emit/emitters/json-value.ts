import { literal } from "./literal.ts";
import type { Code } from "./code.ts";

/** A value in a JSON file. What TypeScript has for it is JSON, too. */
export function jsonValue(value: string | number | boolean): Code {
  return literal(value);
}
