import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  RootContent,
} from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Mark, ProseBlock } from "../../src/markdown/prose.ts";

/** A block as both readers can say it. */
export type PlainBlock = Pick<ProseBlock, "kind" | "depth" | "text" | "marks">;

type Node = RootContent | BlockContent | DefinitionContent | ListItem;

/**
 * The prose of a text by a reader of CommonMark that is not ours; nothing where it meets what we read
 * otherwise on purpose. What that is, all of it:
 *
 * - HTML is no block, and what is no element of HTML, such as `<bucket>`, is text.
 * - A link definition is text, so there are no references to one.
 * - A link's target may hold spaces.
 * - A carriage return alone is a line end in the text too, and a NUL stays what it is.
 * - A line end in code is a space, and what indents the next line is nothing, everywhere in the code.
 * - An image's description is read like other text.
 *
 * And what the other reader does otherwise than the specification says:
 *
 * - After some blocks it takes the mark of an item with nothing in it for text, and so it does with
 *   a number that is not 1 in the line of another mark.
 * - It cuts code that is indented behind an empty quote, and it counts the columns of a tab in
 *   code otherwise; so code is held against code without what indents it.
 * - Where marks of emphasis stand in threes, it counts those that are left, not those that are written.
 */
export function readWithMdast(text: string): PlainBlock[] | undefined {
  const spaced = text.replaceAll(/(\[[^[\]\n]*\])\([^()\s]+ [^()\n]*\)/g, "$1(target)");
  if (/\]\([^()\s]+ [^()\n]*\)/.test(spaced)) return undefined;
  if (spaced !== text && /[\\`~<\t]| {4}/.test(text)) return undefined;
  if (/\0|\*{3}|_{3}|!\[(?![^\]*_`<[&\\\n\r]*\])/.test(text) || hasOddItem.test(text))
    return undefined;
  const blocks: PlainBlock[] = [];
  try {
    readBlocks(fromMarkdown(spaced).children, 0, blocks);
  } catch (error) {
    if (error === other) return undefined;
    throw error;
  }
  return plainBlocks(blocks);
}

/** An item with nothing in it, or one in another whose number is not 1. */
const hasOddItem =
  /^[\t >]*(?:(?:[-+*]|\d+[.)])[\t >]+)*(?:(?:[-+*]|\d+[.)])[\t ]*$|(?:[-+*]|\d+[.)])[\t ]+(?!1[.)])\d+[.)])/m;

/** Blocks of either reader, so that they can be held against each other. */
export function plainBlocks(blocks: readonly PlainBlock[]): PlainBlock[] {
  const plain: PlainBlock[] = [];
  for (const { kind, depth, text, marks } of blocks) {
    const before = plain.at(-1);
    const code = kind === "code" ? text.split(/\s*[\r\n]\s*/) : [];
    if (kind === "code" && before?.kind === "code" && before.depth === depth) {
      plain.pop();
      code.unshift(before.text);
    }
    const block = { kind, depth, text: kind === "code" ? code.join("\n").trim() : text };
    if (block.text !== "") plain.push({ ...block, marks: plainMarks(marks) });
  }
  return plain;
}

function plainMarks(marks: readonly Mark[]): Mark[] {
  return marks
    .filter(({ start, end }) => end > start)
    .map(({ kind, start, end }) => ({ kind, start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1));
}

const other = new Error("read otherwise on purpose");

function readBlocks(nodes: readonly Node[], lists: number, blocks: PlainBlock[]): void {
  for (const node of nodes) readBlock(node, lists, blocks);
}

function readBlock(node: Node, lists: number, blocks: PlainBlock[]): void {
  switch (node.type) {
    case "list":
      node.children.forEach((item) => {
        readBlocks(item.children, lists + 1, blocks);
      });
      return;
    case "blockquote":
      readBlocks(node.children, lists, blocks);
      return;
    case "paragraph":
    case "heading": {
      const block = { text: "", marks: [] as Mark[] };
      node.children.forEach((child) => {
        readInline(child, block);
      });
      add(lists > 0 ? "item" : "paragraph", block);
      return;
    }
    case "code":
      add("code", { text: node.value, marks: [] });
      return;
    case "thematicBreak":
      return;
    default:
      throw other;
  }

  function add(kind: PlainBlock["kind"], block: Pick<PlainBlock, "text" | "marks">): void {
    blocks.push({ kind, depth: Math.max(0, lists - 1), ...block });
  }
}

function readInline(node: PhrasingContent, block: { text: string; marks: Mark[] }): void {
  const start = block.text.length;
  switch (node.type) {
    case "text":
      block.text += node.value.replaceAll(/\r\n?/g, "\n");
      return;
    case "inlineCode":
      if (/^[\t ]|[\t ]$|^[\n\r]/.test(node.value)) throw other;
      block.text += node.value.replaceAll(/(?:\r\n?|\n)[\t ]*/g, " ");
      block.marks.push({ kind: "code", start, end: block.text.length });
      return;
    case "strong":
    case "emphasis":
    case "link":
      for (const child of node.children) readInline(child, block);
      if (node.type === "strong")
        block.marks.push({ kind: "strong", start, end: block.text.length });
      return;
    case "break":
      block.text += "\n";
      return;
    case "image":
      block.text += node.alt ?? "";
      return;
    case "html":
      if (/^<br\s*\/?>$/i.test(node.value)) block.text += "\n";
      else if (!/^<\/?(?:b|p|span)\b/.test(node.value)) throw other;
      return;
    default:
      throw other;
  }
}
