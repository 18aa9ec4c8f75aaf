import { vouch, type Code } from "./code.ts";
import { commentText } from "./comment-text.ts";

/** Prints text for a `//` comment on one line; line ends become spaces. */
export function lineComment(text: string): Code {
  return vouch(commentText(text.replaceAll(/[\s\p{Cc}]+/gu, " ")).trim());
}
