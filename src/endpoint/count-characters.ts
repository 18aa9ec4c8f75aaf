import type { Parameters } from "./call.ts";

/** Characters that a parameter costs besides its own. */
const EACH = 32;

/** How many characters parameters count for towards a limit. */
export function countCharacters(parameters: Parameters): number {
  let count = 0;
  for (const [name, value] of parameters) count += name.length + value.length + EACH;
  return count;
}
