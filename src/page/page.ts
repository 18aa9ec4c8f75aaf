import type { Piece } from "../markdown/document.ts";
import type { Source, Span } from "../text/source.ts";
import type { ErrorColumn, ParameterColumn } from "./column-titles.ts";

/** A row of a table: its cells by what their columns are for. */
export interface TableRow<Column extends string> {
  /** The cell that names what the row is about. */
  readonly key: Piece;
  /** All cells there are, the key too. A column that the table lacks has none. */
  readonly cells: ReadonlyMap<Column, Piece>;
  readonly span: Span;
}

/** A table of parameters among the others of its page. */
export interface ParameterTable {
  /** What stands before it: the paragraph, else the heading; tables of types are named there. */
  readonly lead: string;
  /** The table's header, as its place. */
  readonly span: Span;
}

/** A row of a request or response table; its key is the parameter's name. */
export interface ParameterRow extends TableRow<ParameterColumn> {
  readonly table: ParameterTable;
}

/** A row of an error table; its key is the error's code. */
export type ErrorRow = TableRow<ErrorColumn>;

/** What a link to the vendor's API explorer says. */
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

/** What makes a page look like the documentation of an operation. */
export interface PageOutline {
  /** Tables of parameters, be they read or not. */
  readonly tables: number;
  /** Whether it has a section of that title. */
  readonly request: boolean;
  readonly response: boolean;
}

/** What stands on an API reference page, cell by cell. Nothing of it is interpreted yet. */
export interface Page {
  readonly source: Source;
  readonly outline: PageOutline;
  readonly title?: Piece;
  /** The first paragraph below the title that is no link to the explorer. */
  readonly summary?: Piece;
  /** Paragraphs and items of lists outside tables and before the samples, but for links to the explorer. */
  readonly notes: readonly Piece[];
  readonly links: readonly ExplorerLink[];
  readonly request: readonly ParameterRow[];
  readonly response: readonly ParameterRow[];
  /** Rows of tables under headings that say nothing of a side: types that are described on their own. */
  readonly types: readonly ParameterRow[];
  readonly errors: readonly ErrorRow[];
  readonly samples: readonly SampleBlock[];
}
