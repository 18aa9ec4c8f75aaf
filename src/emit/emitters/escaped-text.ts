/** Escapes a text for double quotes in TypeScript and JSON. */
export function escapedText(text: string): string {
  if (harmless.test(text)) return text;
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(invisible, escape)
    .replaceAll(/<(?=\/script|!--)/gi, escape)
    .replaceAll(/[#@](?=\s*source(?:Mapping)?URL)/gi, escape);
}

/** A fast path that matches most texts: names and values without special characters. */
const harmless = /^[\w $%&()*+,./:;=?[\]{|}~^-]*$/;

/** Characters that end lines or are invisible, and could disguise code. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escape(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}
