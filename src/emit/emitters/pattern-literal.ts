import { vouch, type Code } from "./code.ts";

/**
 * A regular expression that matches a whole text, in TypeScript. The model chooses patterns, so one
 * that is none is our own mistake.
 */
export function patternLiteral(pattern: string): Code {
  // Its source has no bare slash but in brackets, and no line ends.
  const { source } = new RegExp(isWhole(pattern) ? pattern : `^(?:${pattern})$`, "u");
  const text = source
    .replaceAll(invisible, escape)
    .replaceAll(/<\/(?=script)/gi, "<\\/")
    .replaceAll("<!--", "<!-\\x2d")
    .replaceAll(/[#@](?=\s*source(?:Mapping)?URL)/gi, escape);
  return vouch(`/${text}/u`);
}

/** Whether a pattern matches nothing but whole texts as it stands, as far as that is seen at once. */
function isWhole(pattern: string): boolean {
  return /^\^(?:[^|\\]|\\[^|])*\$$/.test(pattern);
}

/** Characters that end lines, or that a reader does not see: they would hide what the code says. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
