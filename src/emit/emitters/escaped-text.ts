/** What stands between the double quotes of a text, in TypeScript and in JSON. */
export function escapedText(text: string): string {
  if (harmless.test(text)) return text;
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(invisible, escape)
    .replaceAll(/<(?=\/script|!--)/gi, escape)
    .replaceAll(/[#@](?=\s*source(?:Mapping)?URL)/gi, escape);
}

/** Most texts: names, and values without signs that could mean anything. */
const harmless = /^[\w $%&()*+,./:;=?[\]{|}~^-]*$/;

/** Characters that end lines, or that a reader does not see: they would hide what the code says. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escape(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}
