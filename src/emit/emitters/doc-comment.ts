import { vouch, type Code } from "./code.ts";
import { commentText } from "./comment-text.ts";

/** A tag at the end of a comment: `@example "cn-hangzhou"`. */
export interface DocTag {
  readonly name: "default" | "deprecated" | "example" | "throws";
  readonly text: string;
}

/**
 * Returns a documentation comment: Markdown paragraphs, then tags. Empty where both are empty.
 *
 * `indent` precedes each line but the first, which the caller indents.
 */
export function docComment(
  paragraphs: readonly string[],
  tags: readonly DocTag[] = [],
  indent = "",
): Code {
  const lines: string[] = [];
  for (const paragraph of paragraphs) {
    const own = linesOf(paragraph);
    if (own.every((line) => line === "")) continue;
    if (lines.length > 0) lines.push("");
    for (const line of own) lines.push(line);
  }
  if (lines.length > 0 && tags.length > 0) lines.push("");
  for (const { name, text } of tags) lines.push(`@${name} ${linesOf(text).join(" ")}`.trimEnd());
  const [first] = lines;
  if (first === undefined) return vouch("");
  if (lines.length === 1) return vouch(`/** ${first} */`);
  let comment = "/**";
  for (const line of lines) comment += `\n${indent} *${line === "" ? "" : ` ${line}`}`;
  return vouch(`${comment}\n${indent} */`);
}

function linesOf(text: string): string[] {
  if (!lineEnd.test(text)) return [commentText(text).trimEnd()];
  return text.split(lineEnd).map((line) => commentText(line).trimEnd());
}

const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/;
