import { vouch, type Code } from "./code.ts";
import { escapedText } from "./escaped-text.ts";

/** A text in TypeScript, between double quotes, or single ones where fewer of those need a backslash. */
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
