import { vouch, type Code } from "./code.ts";
import { escapedText } from "./escaped-text.ts";

/** Text between the backquotes of a template literal, where it is not an expression. */
export function templateText(text: string): Code {
  return vouch(
    escapedText(text).replaceAll('\\"', '"').replaceAll("`", "\\`").replaceAll("${", "\\${"),
  );
}
