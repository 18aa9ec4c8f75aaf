import type { Piece } from "../markdown/document.ts";
import type { Source, Span } from "../text/source.ts";
import type { ErrorColumn, ParameterColumn } from "./column-titles.ts";

/** A table row: its cells by the roles of their columns. */
export interface TableRow<Column extends string> {
  /** The cell that identifies the row. */
  readonly key: Piece;
  /** The cells of the recognized columns, the key included. */
  readonly cells: ReadonlyMap<Column, Piece>;
  readonly span: Span;
}

/** The table of a parameter row. */
export interface ParameterTable {
  /** The paragraph or else the heading before the table; it names the type of a type table. */
  readonly lead: string;
  /** The range of the table's header. */
  readonly span: Span;
}

/** A row of a request or response table; its key is the parameter's name. */
export interface ParameterRow extends TableRow<ParameterColumn> {
  readonly table: ParameterTable;
}

/** A row of an error table; its key is the error's code. */
export type ErrorRow = TableRow<ErrorColumn>;

/** The fields of a link to the vendor's API explorer. */
export interface ExplorerLink {
  readonly product?: string;
  readonly action?: string;
  readonly version?: string;
  readonly span: Span;
}

/** A code block of the samples section. */
export interface SampleBlock {
  readonly kind: "request" | "json" | "xml";
  readonly body: Piece;
}

/** Features by which a page is recognized as the documentation of an operation. */
export interface PageOutline {
  /** Number of parameter tables, including unread ones. */
  readonly tables: number;
  /** The page has a section with such a title. */
  readonly request: boolean;
  readonly response: boolean;
}

/** The content of an API reference page by cells, without interpretation. */
export interface Page {
  readonly source: Source;
  readonly outline: PageOutline;
  readonly title?: Piece;
  /** The first paragraph below the title that is not a link to the explorer. */
  readonly summary?: Piece;
  /** Paragraphs and list items before the samples and outside tables, without links to the explorer. */
  readonly notes: readonly Piece[];
  readonly links: readonly ExplorerLink[];
  readonly request: readonly ParameterRow[];
  readonly response: readonly ParameterRow[];
  /** Rows of parameter tables outside the request and response sections: separately documented types. */
  readonly types: readonly ParameterRow[];
  readonly errors: readonly ErrorRow[];
  readonly samples: readonly SampleBlock[];
}
