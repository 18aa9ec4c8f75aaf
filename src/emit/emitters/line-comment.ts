import { vouch, type Code } from "./code.ts";
import { commentText } from "./comment-text.ts";

/** What follows `// ` and other words: one line, whatever the text is. */
export function lineComment(text: string): Code {
  return vouch(commentText(text.replaceAll(/[\s\p{Cc}]+/gu, " ")).trim());
}
