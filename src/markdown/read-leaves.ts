import { CODE_INDENT, ContainerStack } from "./container-stack.ts";
import {
  indentOf,
  isBlank,
  restOf,
  skipColumns,
  startLine,
  type LineCursor,
} from "./line-cursor.ts";
import { trimBlanks } from "./trim-blanks.ts";

/** A line of a leaf as a range of the text. `pad` blanks before it replace the rest of a tab. */
export interface LeafLine {
  readonly start: number;
  readonly end: number;
  readonly pad: number;
}

/** A paragraph, heading or code block, and its nesting. */
export interface Leaf {
  readonly kind: "text" | "code";
  /** Number of lists around it. */
  readonly lists: number;
  /** Number of lists and quotes around it. */
  readonly depth: number;
  /** It is not the first leaf of its list item. */
  readonly continues: boolean;
  readonly lines: LeafLine[];
}

/** The leaf that further lines may extend. */
interface OpenLeaf extends Leaf {
  readonly fence?: Fence;
}

interface Fence {
  readonly marks: string;
  readonly indent: number;
}

/**
 * Parses the block structure of CommonMark: quotes and lists with paragraphs, headings and code.
 *
 * Takes linear time at any nesting depth. HTML and link definitions are text.
 */
export function readLeaves(text: string): Leaf[] {
  const reader = new LeafReader();
  let start = 0;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) {
    reader.readLine(startLine(text, start, index));
    start = index + lineEnd.length;
  }
  reader.readLine(startLine(text, start, text.length));
  return reader.finish();
}

class LeafReader {
  readonly #leaves: Leaf[] = [];
  readonly #containers = new ContainerStack();
  #open: OpenLeaf | undefined;

  readLine(cursor: LineCursor): void {
    const matched = this.#containers.match(cursor);
    if (isBlank(cursor)) {
      this.#leave(this.#containers.depthOverBlank(matched));
      this.#readBlank(cursor);
    } else if (matched === this.#containers.depth && this.#open?.fence !== undefined) {
      this.#readFenceLine(cursor, this.#open, this.#open.fence);
    } else this.#readText(cursor, matched);
  }

  finish(): Leaf[] {
    this.#closeLeaf();
    return this.#leaves;
  }

  #readBlank({ end }: LineCursor): void {
    if (this.#open?.kind === "code") this.#open.lines.push({ start: end, end, pad: 0 });
    else if (this.#open !== undefined) this.#closeLeaf();
    else this.#containers.closeEmptyItem();
  }

  #readFenceLine(cursor: LineCursor, leaf: OpenLeaf, fence: Fence): void {
    const closing = /^(`+|~+)[ \t]*$/.exec(leftOf(cursor))?.[1];
    if (indentOf(cursor) < CODE_INDENT && closing?.startsWith(fence.marks) === true) {
      this.#closeLeaf();
      return;
    }
    skipColumns(cursor, fence.indent);
    leaf.lines.push(restOf(cursor));
  }

  /** Reads a line that may open containers, begin a leaf, or continue a paragraph. */
  #readText(cursor: LineCursor, matched: number): void {
    const isRule = findRule(cursor);
    let kept = matched;
    for (;;) {
      const inParagraph = this.#open?.kind === "text";
      if (indentOf(cursor) >= CODE_INDENT) {
        if (inParagraph) break;
        this.#readIndented(cursor, kept);
        return;
      }
      const rest = leftOf(cursor);
      const interrupts = inParagraph && kept === this.#containers.depth;
      if (rest.startsWith(">")) {
        this.#leave(kept, true);
        this.#containers.openQuote(cursor);
      } else if ((interrupts && isUnderline(rest)) || isRule(cursor.next)) {
        this.#leave(kept, true);
        return;
      } else if (isHeading(rest)) {
        this.#leave(kept, true);
        this.#openLeaf("text").lines.push(headingIn(cursor));
        this.#closeLeaf();
        return;
      } else if (isFence(rest)) {
        this.#leave(kept, true);
        const marks = /^(?:`+|~+)/.exec(rest)?.[0] ?? "";
        this.#openLeaf("code", { marks, indent: indentOf(cursor) });
        return;
      } else {
        const mark = itemMark(rest, interrupts);
        if (mark === undefined) break;
        this.#leave(kept, true);
        this.#containers.openItem(cursor, mark);
      }
      if (isBlank(cursor)) return;
      kept = this.#containers.depth;
    }
    this.#addText(cursor, kept);
  }

  #readIndented(cursor: LineCursor, kept: number): void {
    this.#leave(kept);
    const leaf = this.#open ?? this.#openLeaf("code");
    skipColumns(cursor, CODE_INDENT);
    leaf.lines.push(restOf(cursor));
  }

  /** A paragraph continues on a line without the marks of its containers. */
  #addText({ next, end }: LineCursor, kept: number): void {
    const goesOn = this.#open?.kind === "text";
    if (!goesOn) this.#leave(kept, true);
    const leaf = this.#open ?? this.#openLeaf("text");
    leaf.lines.push({ start: next, end, pad: 0 });
  }

  /** Closes the containers after the first `kept`, and the open leaf with them. */
  #leave(kept: number, leaf = false): void {
    if (leaf || kept < this.#containers.depth) this.#closeLeaf();
    this.#containers.closeTo(kept);
  }

  #openLeaf(kind: Leaf["kind"], fence?: Fence): Leaf {
    const continues = this.#containers.beginLeaf();
    const { lists, depth } = this.#containers;
    const leaf = { kind, lists, depth, continues, lines: [] };
    this.#open = fence === undefined ? leaf : { ...leaf, fence };
    this.#leaves.push(this.#open);
    return this.#open;
  }

  #closeLeaf(): void {
    const { kind, fence, lines } = this.#open ?? { lines: [] };
    this.#open = undefined;
    if (kind !== "code" || fence !== undefined) return;
    // Blank lines at the end are not part of indented code.
    while (lines.at(-1)?.start === lines.at(-1)?.end && lines.length > 0) lines.pop();
  }
}

function leftOf({ text, next, end }: LineCursor): string {
  return text.slice(next, end);
}

function isHeading(rest: string): boolean {
  return /^#{1,6}(?:[ \t]|$)/.test(rest);
}

function isFence(rest: string): boolean {
  return /^(?:`{3,}[^`]*$|~{3})/.test(rest);
}

/** Returns true if a line turns the paragraph before it into a heading. */
function isUnderline(rest: string): boolean {
  return /^(?:=+|-+)[ \t]*$/.test(rest);
}

/**
 * The mark of the list item that begins here.
 *
 * An item that directly follows a paragraph's line needs text, and its number must be 1.
 */
function itemMark(rest: string, interrupts: boolean): string | undefined {
  const mark = interrupts
    ? /^(?:[-+*]|1[.)])(?=[ \t]+[^ \t])/
    : /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;
  return mark.exec(rest)?.[0];
}

/** The range of a heading's text, without the marks on either side. */
function headingIn({ text, next, end }: LineCursor): LeafLine {
  const opening = /^#+[ \t]*/.exec(text.slice(next, end))?.[0] ?? "";
  const start = next + opening.length;
  const trimmed = trimBlanks(text, start, end);
  let unmarked = trimmed;
  while (unmarked > start && text.charAt(unmarked - 1) === "#") unmarked -= 1;
  const inside = trimBlanks(text, start, unmarked);
  return { start, end: inside < unmarked || inside === start ? inside : trimmed, pad: 0 };
}

/**
 * Returns a function that tests if the rest of a line is a thematic break, such as `* * *`.
 *
 * The last other character is cached, because a line of list marks repeats the test at each of them.
 */
function findRule({ text, end }: LineCursor): (from: number) => boolean {
  const starts = new Map<string, number>();
  return (from) => {
    const mark = text.charAt(from);
    if (mark !== "*" && mark !== "-" && mark !== "_") return false;
    const start = starts.get(mark) ?? startOf(mark);
    starts.set(mark, start);
    return start <= from && /^(?:[^ \t][ \t]*){3}/.test(text.slice(from, end));
  };

  /** The index from which the line only has this mark and blanks. */
  function startOf(mark: string): number {
    let at = end;
    while (at > 0 && [mark, " ", "\t"].includes(text.charAt(at - 1))) at -= 1;
    return at;
  }
}
