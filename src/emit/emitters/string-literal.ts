import { vouch, type Code } from "./code.ts";

/** A text between double quotes, in TypeScript and in JSON. */
export function stringLiteral(text: string): Code {
  return vouch(
    JSON.stringify(text)
      .replaceAll(invisible, escape)
      .replaceAll(/<(?=\/script|!--)/gi, escape)
      .replaceAll(/[#@](?=\s*source(?:Mapping)?URL)/gi, escape),
  );
}

/** Characters that end lines, or that a reader does not see: they would hide what the code says. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escape(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}
