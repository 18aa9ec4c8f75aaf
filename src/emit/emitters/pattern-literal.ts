import { vouch, type Code } from "./code.ts";

/**
 * Prints a regular expression literal that matches a whole text.
 *
 * The model chooses patterns, so an invalid one is a bug and throws.
 */
export function patternLiteral(pattern: string): Code {
  // `source` escapes line ends, and slashes outside character classes.
  const { source } = new RegExp(isWhole(pattern) ? pattern : `^(?:${pattern})$`, "u");
  const text = source
    .replaceAll(invisible, escape)
    .replaceAll(/<\/(?=script)/gi, "<\\/")
    .replaceAll("<!--", "<!-\\x2d")
    .replaceAll(/[#@](?=\s*source(?:Mapping)?URL)/gi, escape);
  return vouch(`/${text}/u`);
}

/** Returns true if a simple check shows that the pattern is anchored at both ends. */
function isWhole(pattern: string): boolean {
  return /^\^(?:[^|\\]|\\[^|])*\$$/.test(pattern);
}

/** Characters that end lines or are invisible, and could disguise code. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
