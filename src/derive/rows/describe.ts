import type { Mark, Prose, ProseBlock } from "../../markdown/prose.ts";

/** A description as clean Markdown: one line to a block, blocks apart, lists with `-`. */
export function describe(prose: Prose): string {
  let text = "";
  let previous: ProseBlock | undefined;
  for (const block of prose) {
    const isOwn = block.continues !== true;
    const inList = block.kind === "item" && isOwn && previous?.kind === "item";
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
    case "item": {
      const mark = block.continues === true ? "  " : "- ";
      return `${"  ".repeat(block.depth)}${mark}${joinLines(withMarks(block))}`;
    }
    case "code":
      return `\`\`\`\n${block.text}\n\`\`\``;
  }
}

function withMarks({ text, marks }: ProseBlock): string {
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of outermost(marks)) {
    const inner = text.slice(start, end).trim();
    if (inner === "") continue;
    const fence = kind === "strong" ? "**" : "`";
    parts.push(text.slice(at, start), fence, inner, fence);
    at = end;
  }
  return [...parts, text.slice(at)].join("");
}

/** Marks that lie in no other, in the order of the text; of two on the same text the first. */
function outermost(marks: readonly Mark[]): Mark[] {
  let reached = -1;
  return marks
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isOuter = start >= reached && end > reached;
      if (isOuter) reached = end;
      return isOuter;
    });
}

/** Lines of one paragraph belong together; Chinese is written without spaces between them. */
function joinLines(text: string): string {
  const parts: string[] = [];
  let before = "";
  for (const line of text.split("\n")) {
    const plain = line.trim();
    if (plain === "") continue;
    if (parts.length > 0 && !(endsChinese(before) && /^\p{Script=Han}/u.test(plain)))
      parts.push(" ");
    parts.push(plain);
    before = line;
  }
  return parts.join("");
}

/** Whether a line ends with Chinese, but for blanks. */
function endsChinese(line: string): boolean {
  const end = line.trimEnd().length;
  const last = /[\p{Script=Han}，。：；、]$/u.test(line.slice(Math.max(0, end - 2), end));
  return last && /^[ \t]*$/.test(line.slice(end));
}
