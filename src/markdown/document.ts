import type { Source, Span } from "../text/source.ts";

/** A part of a page and its place. `text` is the source's text in `span`. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** `## Title {#anchor .class}`, without the marks and the anchor. */
export interface Heading {
  readonly kind: "heading";
  /** 1 to 6. */
  readonly level: number;
  readonly title: Piece;
  readonly span: Span;
}

/** A table row. Cells keep their Markdown; an empty cell is an empty piece at its place. */
export interface Row {
  readonly cells: readonly Piece[];
  readonly span: Span;
}

/** A table: its header, and rows that may span lines and blank lines. */
export interface Table {
  readonly kind: "table";
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly span: Span;
}

/** A fenced code block. */
export interface Fence {
  readonly kind: "fence";
  /** The text after the opening fence, usually a language. */
  readonly info: string;
  /** The lines between the fences, without the last line end. */
  readonly body: Piece;
  readonly span: Span;
}

/** Lines of other text. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly body: Piece;
  readonly span: Span;
}

export type Block = Heading | Table | Fence | Paragraph;

/** A page as a list of blocks, in order. */
export interface Document {
  readonly source: Source;
  readonly blocks: readonly Block[];
}
