import type { Report } from "../diagnostics/diagnostic.ts";
import type { Piece, Table } from "../markdown/document.ts";
import { readText } from "../markdown/read-prose.ts";
import { columnOf, type Titles } from "./column-titles.ts";
import type { TableRow } from "./page.ts";

interface TableKind<Column extends string> {
  readonly titles: Titles<Column>;
  /** The column that identifies a row. Without it the table is not read. */
  readonly key: Column;
}

/** Reads a table's rows by its header. */
export function readRows<Column extends string>(
  table: Table,
  kind: TableKind<Column>,
  report: Report,
): TableRow<Column>[] {
  const columns = readColumns(table, kind, report);
  return table.rows.flatMap(({ cells, span }) => {
    const named = new Map<Column, Piece>();
    cells.forEach((cell, position) => {
      const column = columns.get(position);
      if (column !== undefined) named.set(column, cell);
    });
    const key = named.get(kind.key);
    return key === undefined ? [] : { key, cells: named, span };
  });
}

/**
 * The column at each position. Unknown and duplicate columns are reported.
 *
 * For a table without its key column, only the missing column is reported.
 */
function readColumns<Column extends string>(
  table: Table,
  { titles, key }: TableKind<Column>,
  report: Report,
): ReadonlyMap<number, Column> {
  const columns = new Map<number, Column>();
  const header = table.header.cells.map((cell) => {
    const title = readText(cell);
    return { span: cell.span, title, column: columnOf(titles, title) };
  });
  if (header.every(({ column }) => column !== key)) {
    const known = titles[key].join(", ");
    report("page/missing-column", table.header.span, { column: key, known });
    return columns;
  }
  const usual = Object.values<readonly string[]>(titles).map(([title = ""]) => title);
  header.forEach(({ span, title, column }, position) => {
    if (column === undefined) {
      report("page/unknown-column", span, { column: title, known: usual.join(", ") });
    } else if ([...columns.values()].includes(column)) {
      report("page/duplicate-column", span, { column: title });
    } else columns.set(position, column);
  });
  return columns;
}
