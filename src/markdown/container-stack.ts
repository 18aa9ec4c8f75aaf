import { isBlank, indentOf, skipColumns, skipMarks, type LineCursor } from "./line-cursor.ts";

/** Columns of indentation from which text is code. */
export const CODE_INDENT = 4;

/** A container of leaves: a quote or a list item. */
type Container = { readonly kind: "quote" } | Item;

interface Item {
  readonly kind: "item";
  /** Columns of indentation that a line needs to belong to the item. */
  readonly width: number;
  /** Nothing has followed its mark so far. */
  empty: boolean;
  /** It has a leaf, so the next one continues it. */
  begun: boolean;
}

/** The quotes and list items that a Markdown line may continue, from the outermost. */
export class ContainerStack {
  readonly #containers: Container[] = [];
  readonly #items: Item[] = [];
  /** Depths of the quotes. */
  readonly #quotes: number[] = [];

  get depth(): number {
    return this.#containers.length;
  }

  get lists(): number {
    return this.#items.length;
  }

  /** Skips the marks of the containers that a line continues, and returns their number. */
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

  /** Returns the depth that survives a blank line: items continue, quotes do not. */
  depthOverBlank(matched: number): number {
    return this.#quotes.find((depth) => depth >= matched) ?? this.depth;
  }

  /** Closes an item that is still empty: only the line of its mark may start it. */
  closeEmptyItem(): void {
    const last = this.#containers.at(-1);
    if (last?.kind === "item" && last.empty) this.closeTo(this.depth - 1);
  }

  /** Records that a leaf begins, and returns true if its item already has one. */
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

/** Skips `>` and an optional blank after it. */
function skipQuoteMark(cursor: LineCursor): void {
  skipMarks(cursor, 1);
  skipColumns(cursor, 1);
}

/** Skips an item's mark and the blanks after it. Returns its width in columns, up to its text. */
function skipItemMark(cursor: LineCursor, mark: string): number {
  const start = cursor.column;
  skipMarks(cursor, mark.length);
  const blanks = indentOf(cursor);
  // More blanks are the indentation of code, and trailing blanks are ignored.
  const own = isBlank(cursor) || blanks > CODE_INDENT ? 1 : blanks;
  const width = cursor.column - start + own;
  skipColumns(cursor, own);
  return width;
}
