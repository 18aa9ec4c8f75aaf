import type { Piece } from "./document.ts";
import type { Prose, ProseBlock } from "./prose.ts";
import { readInlines } from "./read-inlines.ts";
import { readLeaves, type Leaf } from "./read-leaves.ts";

/**
 * Parses the Markdown of a cell or paragraph: paragraphs, lists, bold, code, links, escapes.
 *
 * Takes linear time for any text.
 */
export function readProse(piece: Piece): Prose {
  const { text, span } = piece;
  if (text === "") return [];
  if (!hasBlocks.test(text)) {
    const inlines = hasInlines.test(text)
      ? readInlines(text, [{ start: 0, end: text.length, pad: 0 }], span.start)
      : { text, marks: [], origin: [{ at: 0, offset: span.start }] };
    return [{ kind: "paragraph", depth: 0, ...inlines }];
  }
  return readLeaves(text).flatMap((leaf) => blockOf(leaf, piece) ?? []);
}

/** The plain text of a cell with a name or a value: its blocks, joined by line ends. */
export function readText(piece: Piece): string {
  if (!hasBlocks.test(piece.text) && !hasInlines.test(piece.text)) return piece.text.trim();
  return readProse(piece)
    .map(({ text }) => text)
    .join("\n")
    .trim();
}

/** Matches the start of any block other than a paragraph of one line. */
const hasBlocks =
  /[\n\r]|^(?:[\t >#]|(?:[-+*]|\d{1,9}[.)])(?:[\t ]|$)|```|~~~|(?:[-\t ]+|[*\t ]+|[_\t ]+)$)/;
const hasInlines = /[\\`*_[<&]|[\t ]$/;

/** Converts a leaf to a block of prose; `undefined` for a leaf without text. */
function blockOf(leaf: Leaf, { text, span }: Piece): ProseBlock | undefined {
  const { kind, lists, continues, lines } = leaf;
  const read =
    kind === "code" ? readCode(text, leaf, span.start) : readInlines(text, lines, span.start);
  if (read.text === "") return undefined;
  return {
    kind: kind === "code" ? "code" : lists > 0 ? "item" : "paragraph",
    depth: Math.max(0, lists - 1),
    ...(continues ? { continues } : {}),
    ...read,
  };
}

/** Code without its indentation. */
function readCode(text: string, { lines }: Leaf, offset: number) {
  const origin: { at: number; offset: number }[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, pad } of lines) {
    const line = " ".repeat(pad) + text.slice(start, end);
    origin.push({ at, offset: offset + start - pad });
    parts.push(line);
    at += line.length + 1;
  }
  return { text: parts.join("\n"), marks: [], origin };
}
