import { isBlank, indentOf, skipColumns, skipMarks, type LineCursor } from "./line-cursor.ts";

/** From so many columns on, what is indented is code. */
export const CODE_INDENT = 4;

/** Something that holds leaves: a quote or the item of a list. */
type Container = { readonly kind: "quote" } | Item;

interface Item {
  readonly kind: "item";
  /** Columns by which a line must be indented to belong to it. */
  readonly width: number;
  /** Nothing has come behind its mark so far. */
  empty: boolean;
  /** It has a leaf, so that the next one continues. */
  begun: boolean;
}

/** The quotes and list items that a line of Markdown may go on with, from the outermost. */
export class ContainerStack {
  readonly #containers: Container[] = [];
  readonly #items: Item[] = [];
  /** How deep the quotes lie. */
  readonly #quotes: number[] = [];

  get depth(): number {
    return this.#containers.length;
  }

  get lists(): number {
    return this.#items.length;
  }

  /** Goes over the marks of the containers that a line goes on with, and says how many they are. */
  match(cursor: LineCursor): number {
    for (const [depth, container] of this.#containers.entries()) {
      if (isBlank(cursor)) return depth;
      if (container.kind === "item") {
        if (indentOf(cursor) < container.width) return depth;
        skipColumns(cursor, container.width);
      } else {
        const isQuote = cursor.text.charAt(cursor.next) === ">" && indentOf(cursor) < CODE_INDENT;
        if (!isQuote) return depth;
        skipQuoteMark(cursor);
      }
    }
    return this.depth;
  }

  openQuote(cursor: LineCursor): void {
    this.#fill();
    this.#quotes.push(this.depth);
    this.#containers.push({ kind: "quote" });
    skipQuoteMark(cursor);
  }

  openItem(cursor: LineCursor, mark: string): void {
    this.#fill();
    const outer = this.#items.at(-1);
    if (outer !== undefined) outer.begun = true;
    const width = skipItemMark(cursor, mark);
    const item: Item = { kind: "item", width, empty: true, begun: false };
    this.#items.push(item);
    this.#containers.push(item);
  }

  closeTo(depth: number): void {
    while (this.depth > depth) {
      if (this.#containers.pop()?.kind === "quote") this.#quotes.pop();
      else this.#items.pop();
    }
  }

  /** How much of the stack goes on over a blank line: items do, quotes do not. */
  depthOverBlank(matched: number): number {
    return this.#quotes.find((depth) => depth >= matched) ?? this.depth;
  }

  /** An item that is still empty has no more than the line of its mark to begin. */
  closeEmptyItem(): void {
    const last = this.#containers.at(-1);
    if (last?.kind === "item" && last.empty) this.closeTo(this.depth - 1);
  }

  /** Notes that a leaf begins here, and says whether its item has one already. */
  beginLeaf(): boolean {
    this.#fill();
    const item = this.#items.at(-1);
    const continues = item?.begun === true;
    if (item !== undefined) item.begun = true;
    return continues;
  }

  #fill(): void {
    const parent = this.#containers.at(-1);
    if (parent?.kind === "item") parent.empty = false;
  }
}

/** Goes over `>` and the blank that may stand behind it. */
function skipQuoteMark(cursor: LineCursor): void {
  skipMarks(cursor, 1);
  skipColumns(cursor, 1);
}

/** Goes over the mark of an item and the blanks behind it; its width, up to where its text begins. */
function skipItemMark(cursor: LineCursor, mark: string): number {
  const start = cursor.column;
  skipMarks(cursor, mark.length);
  const blanks = indentOf(cursor);
  // More blanks are the indentation of code, and with nothing behind them they say nothing.
  const own = isBlank(cursor) || blanks > CODE_INDENT ? 1 : blanks;
  const width = cursor.column - start + own;
  skipColumns(cursor, own);
  return width;
}
