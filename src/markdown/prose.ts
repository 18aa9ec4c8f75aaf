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
