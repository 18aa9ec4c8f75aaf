/** A formatted range of a block's text. */
export interface Mark {
  readonly kind: "strong" | "code";
  /** Half-open range in the block's text. */
  readonly start: number;
  readonly end: number;
}

/** A paragraph, list item or code block of a cell, as plain text without escapes and entities. */
export interface ProseBlock {
  readonly kind: "paragraph" | "item" | "code";
  /** Nesting depth of an item's list; 0 for the outermost. */
  readonly depth: number;
  /** Continues the item before it, as a further paragraph or code block. */
  readonly continues?: true;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Maps the text to the source: from `at` on, it is the source's text from `offset` on. Ascending. */
  readonly origin: readonly { readonly at: number; readonly offset: number }[];
}

/** The content of a cell or paragraph. */
export type Prose = readonly ProseBlock[];

/** The source offset of a position in a block's text. */
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
