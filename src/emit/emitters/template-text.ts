import { vouch, type Code } from "./code.ts";
import { escapedText } from "./escaped-text.ts";

/** Prints text for a template literal, outside its expressions. */
export function templateText(text: string): Code {
  return vouch(
    escapedText(text).replaceAll('\\"', '"').replaceAll("`", "\\`").replaceAll("${", "\\${"),
  );
}
