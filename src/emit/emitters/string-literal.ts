import { vouch, type Code } from "./code.ts";
import { escapedText } from "./escaped-text.ts";

/** Prints a string literal in double quotes, or in single quotes where those need fewer escapes. */
export function stringLiteral(text: string): Code {
  const inside = escapedText(text);
  if (count(inside, '"') <= count(inside, "'")) return vouch(`"${inside}"`);
  return vouch(`'${inside.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`);
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
