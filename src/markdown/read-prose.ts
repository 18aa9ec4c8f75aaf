import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  RootContent,
} from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Piece } from "./document.ts";
import type { Mark, Prose, ProseBlock } from "./prose.ts";

/** Reads the Markdown inside a cell or paragraph: paragraphs, lists, bold, code, links, escapes. */
export function readProse(piece: Piece): Prose {
  if (piece.text === "") return [];
  if (isPlain(piece.text)) {
    const origin = [{ at: 0, offset: piece.span.start }];
    return [{ kind: "paragraph", depth: 0, text: piece.text, marks: [], origin }];
  }
  const blocks: ProseBlock[] = [];
  readBlocks(fromMarkdown(piece.text).children, { piece, depth: 0 }, blocks);
  return blocks;
}

/** The text of a cell that holds a name or a value: its blocks' plain text, one to a line. */
export function readText(piece: Piece): string {
  return readProse(piece)
    .map(({ text }) => text)
    .join("\n")
    .trim();
}

/** Most cells hold nothing that Markdown would change; they need no parser. */
function isPlain(text: string): boolean {
  return !/[\\`*_[\]<>&!#~+\n\r\t|]|^\s*(?:[-=]|\d+[.)])|https?:|www\./.test(text);
}

/** A link whose target holds spaces: none to CommonMark, but pages have them. */
const spacedLink = /\[([^[\]\n]*)\]\([^()\s]+ [^()\n]*\)/g;

interface Place {
  readonly piece: Piece;
  readonly depth: number;
  /** Kind of the paragraphs read: those of a list item are items. */
  readonly item?: true;
}

type BlockNode = RootContent | BlockContent | DefinitionContent | ListItem;

function readBlocks(nodes: readonly BlockNode[], place: Place, blocks: ProseBlock[]): void {
  for (const node of nodes) readBlock(node, place, blocks);
}

function readBlock(node: BlockNode, place: Place, blocks: ProseBlock[]): void {
  switch (node.type) {
    case "list":
      readBlocks(node.children, place, blocks);
      return;
    case "listItem":
      readItem(node, place, blocks);
      return;
    case "blockquote":
      readBlocks(node.children, place, blocks);
      return;
    case "paragraph":
    case "heading":
      blocks.push(readInlines(node.children, place));
      return;
    case "code":
    case "html": {
      const offset = place.piece.span.start + (node.position?.start.offset ?? 0);
      const kind = node.type === "code" ? "code" : kindOf(place);
      const text =
        node.type === "code"
          ? node.value.replaceAll("\r\n", "\n")
          : node.value.replaceAll(/<[^>]*>/g, " ").trim();
      if (text === "") return;
      blocks.push({ kind, depth: place.depth, text, marks: [], origin: [{ at: 0, offset }] });
      return;
    }
    default:
      // Thematic breaks and link definitions say nothing of their own.
      return;
  }
}

function readItem(node: ListItem, place: Place, blocks: ProseBlock[]): void {
  const depth = place.item === undefined ? 0 : place.depth + 1;
  const [first, ...rest] = node.children;
  if (first === undefined) return;
  readBlock(first, { piece: place.piece, depth, item: true }, blocks);
  readBlocks(rest, { piece: place.piece, depth, item: true }, blocks);
}

function kindOf(place: Place): "item" | "paragraph" {
  return place.item === undefined ? "paragraph" : "item";
}

function readInlines(nodes: readonly PhrasingContent[], place: Place): ProseBlock {
  const block = {
    kind: kindOf(place),
    depth: place.depth,
    text: "",
    marks: [] as Mark[],
    origin: [] as { at: number; offset: number }[],
  };
  const append = (text: string, node: PhrasingContent) => {
    // Escapes and entities are longer in the source than in the text, so each line starts anew.
    let offset = node.position?.start.offset ?? 0;
    for (const line of text.split(/(?<=\n)/)) {
      block.origin.push({ at: block.text.length, offset: place.piece.span.start + offset });
      block.text += line.replace("\r\n", "\n");
      const lineEnd = place.piece.text.indexOf("\n", offset);
      if (lineEnd !== -1) offset = lineEnd + 1;
    }
  };
  const walk = (node: PhrasingContent): void => {
    const start = block.text.length;
    switch (node.type) {
      case "text":
        append(node.value.replaceAll(spacedLink, "$1"), node);
        return;
      case "inlineCode":
        append(node.value, node);
        block.marks.push({ kind: "code", start, end: block.text.length });
        return;
      case "strong":
        node.children.forEach(walk);
        block.marks.push({ kind: "strong", start, end: block.text.length });
        return;
      case "break":
        append("\n", node);
        return;
      case "html":
        if (/^<br\s*\/?>$/i.test(node.value)) append("\n", node);
        return;
      case "image":
      case "imageReference":
        append(node.alt ?? "", node);
        return;
      case "emphasis":
      case "delete":
      case "link":
      case "linkReference":
        node.children.forEach(walk);
        return;
      case "footnoteReference":
        return;
    }
  };
  nodes.forEach(walk);
  return block;
}
