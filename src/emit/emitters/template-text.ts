import { vouch, type Code } from "./code.ts";
import { stringLiteral } from "./string-literal.ts";

/** Text between the backquotes of a template literal, where it is not an expression. */
export function templateText(text: string): Code {
  return vouch(
    stringLiteral(text)
      .slice(1, -1)
      .replaceAll('\\"', '"')
      .replaceAll("`", "\\`")
      .replaceAll("${", "\\${"),
  );
}
