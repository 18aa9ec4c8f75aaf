import { vouch, type Code } from "./code.ts";
import { commentText } from "./comment-text.ts";

/** A tag at the end of a comment: `@example "cn-hangzhou"`. */
export interface DocTag {
  readonly name: "default" | "example" | "throws";
  readonly text: string;
}

/** A documentation comment: paragraphs of Markdown, then tags. Nothing when there is nothing to say. */
export function docComment(paragraphs: readonly string[], tags: readonly DocTag[] = []): Code {
  const prose = paragraphs
    .map((paragraph) => linesOf(paragraph).join("\n"))
    .filter((text) => text.trim() !== "")
    .join("\n\n");
  const lines = [
    ...(prose === "" ? [] : prose.split("\n")),
    ...(prose === "" || tags.length === 0 ? [] : [""]),
    ...tags.map(({ name, text }) => `@${name} ${linesOf(text).join(" ")}`),
  ];
  if (lines.length === 0) return vouch("");
  const [first = ""] = lines;
  if (lines.length === 1) return vouch(`/** ${first} */`);
  return vouch(
    ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"].join("\n"),
  );
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => commentText(line).trimEnd());
}
