import type { Mark, Prose, ProseBlock } from "../markdown/prose.ts";

/** A description as clean Markdown: one line to a block, blocks apart, lists with `-`. */
export function describe(prose: Prose): string {
  let text = "";
  let previous: ProseBlock | undefined;
  for (const block of prose) {
    const inList = block.kind === "item" && previous?.kind === "item";
    if (text !== "") text += inList ? "\n" : "\n\n";
    text += writeBlock(block);
    previous = block;
  }
  return text;
}

function writeBlock(block: ProseBlock): string {
  switch (block.kind) {
    case "paragraph":
      return joinLines(withMarks(block));
    case "item":
      return `${"  ".repeat(block.depth)}- ${joinLines(withMarks(block))}`;
    case "code":
      return `\`\`\`\n${block.text}\n\`\`\``;
  }
}

function withMarks({ text, marks }: ProseBlock): string {
  let marked = text;
  for (const { kind, start, end } of outermost(marks).sort((a, b) => b.start - a.start)) {
    const inner = marked.slice(start, end).trim();
    if (inner === "") continue;
    const fence = kind === "strong" ? "**" : "`";
    marked = `${marked.slice(0, start)}${fence}${inner}${fence}${marked.slice(end)}`;
  }
  return marked;
}

/** Marks that lie in no other; of two on the same text the first. */
function outermost(marks: readonly Mark[]): Mark[] {
  return marks.filter(
    (mark, index) =>
      !marks.some(
        (other, otherIndex) =>
          other.start <= mark.start &&
          mark.end <= other.end &&
          (other.end - other.start > mark.end - mark.start || otherIndex < index),
      ),
  );
}

/** Lines of one paragraph belong together; Chinese is written without spaces between them. */
function joinLines(text: string): string {
  return text
    .trim()
    .replaceAll(/(?<=[\p{Script=Han}，。：；、])[ \t]*\n\s*(?=[\p{Script=Han}])/gu, "")
    .replaceAll(/\s*\n\s*/g, " ");
}
