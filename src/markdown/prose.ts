/** A stretch of a block's text that the page sets apart. */
export interface Mark {
  readonly kind: "strong" | "code";
  /** Half-open range in the block's text. */
  readonly start: number;
  readonly end: number;
}

/** A paragraph, list item or code block of a cell, as plain text: escapes and entities resolved. */
export interface ProseBlock {
  readonly kind: "paragraph" | "item" | "code";
  /** How deep an item's list is nested: 0 for the outermost. */
  readonly depth: number;
  /** Goes on in the item before it: a further paragraph or code block of the same item. */
  readonly continues?: true;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where the text comes from: from `at` on it is the source's from `offset` on, ascending. */
  readonly origin: readonly { readonly at: number; readonly offset: number }[];
}

/** The content of a cell or paragraph. */
export type Prose = readonly ProseBlock[];

/** The source offset that a place in a block's text comes from. */
export function offsetIn({ origin }: ProseBlock, at: number): number {
  let low = 0;
  let high = origin.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origin[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const run = origin[low];
  return run === undefined ? 0 : run.offset + (at - run.at);
}
