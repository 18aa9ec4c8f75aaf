import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import type { Row, Table } from "./document.ts";
import { isHeading, isSeparator, opensFence, opensRow, endOf, type Line } from "./lines.ts";
import { parseRow } from "./parse-row.ts";

/**
 * Reads a table whose first line is `at`. Rows may span lines and blank lines, so a row ends where
 * its last cell closes, not where its line does. A table ends at a heading, at text that no row
 * holds, or where another header begins.
 */
export function parseTable(
  source: Source,
  lines: readonly Line[],
  at: number,
  report: Report,
): { block: Table; next: number } {
  const separator = findSeparator(lines, at);
  const columns = columnsOf(lines[separator ?? at]?.text ?? "");
  const headerEnd = separator ?? at + 1;
  const { row: header } = parseRow({ source, lines, at, end: headerEnd, columns });
  if (separator === undefined) report("table/missing-separator", header.span, {});

  const rows: Row[] = [];
  let next = separator === undefined ? at + 1 : separator + 1;
  for (let first = firstOfRow(lines, next); first !== undefined; first = firstOfRow(lines, next)) {
    const parsed = parseRow({ source, lines, at: first, end: lines.length, columns });
    reportCells(parsed, columns, report);
    rows.push(parsed.row);
    next = parsed.next;
  }
  const start = lines[at]?.start ?? 0;
  const end = rows.at(-1)?.span.end ?? endOf(lines[next - 1] ?? { text: "", start });
  return { block: { kind: "table", header, rows, span: { start, end } }, next };
}

/** Where the line `|--|--|` stands: right below the header, which may itself be broken over lines. */
function findSeparator(lines: readonly Line[], at: number): number | undefined {
  const header = lines[at]?.text ?? "";
  if (header.trimEnd().endsWith("|")) {
    let next = at + 1;
    while (lines[next]?.text.trim() === "") next += 1;
    return isSeparator(lines[next]?.text ?? "") ? next : undefined;
  }
  const { ends, borders } = headersIn(lines);
  const end = ends[at + 1];
  const text = end === undefined ? "" : (lines[end]?.text ?? "");
  if (end === undefined || !isSeparator(text)) return undefined;
  // A header over lines has a border for each cell; other text before the line is no header.
  return (borders[end] ?? 0) - (borders[at] ?? 0) - columnsOf(text) <= 1 ? end : undefined;
}

interface Headers {
  /** For each line, the next one that ends a header: a separator, a heading or a fence. */
  readonly ends: readonly (number | undefined)[];
  /** For each line, how many borders there are before it. */
  readonly borders: readonly number[];
}

/** For each page that has a header broken over lines. */
const known = new WeakMap<readonly Line[], Headers>();

/** What the lines below broken headers are, looked up once for all the headers of a page. */
function headersIn(lines: readonly Line[]): Headers {
  const found = known.get(lines);
  if (found !== undefined) return found;
  const ends = new Array<number | undefined>(lines.length + 1);
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const text = lines[index]?.text ?? "";
    const isEnd = isSeparator(text) || isHeading(text) || opensFence(text);
    ends[index] = isEnd ? index : ends[index + 1];
  }
  const borders = [0];
  for (const { text } of lines) borders.push((borders.at(-1) ?? 0) + bordersIn(text));
  const headers = { ends, borders };
  known.set(lines, headers);
  return headers;
}

/** How many `|` there are in a line, but for those behind a backslash. */
function bordersIn(line: string): number {
  let borders = 0;
  for (let at = line.indexOf("|"); at !== -1; at = line.indexOf("|", at + 1)) {
    let slashes = 0;
    while (line.charAt(at - slashes - 1) === "\\") slashes += 1;
    if (slashes % 2 === 0) borders += 1;
  }
  return borders;
}

/** The number of cells that a line's borders enclose. */
function columnsOf(line: string): number {
  const borders = bordersIn(line);
  return Math.max(1, line.trimEnd().endsWith("|") ? borders - 1 : borders);
}

/** The line where the next row begins, over blank lines; none where the table ends. */
function firstOfRow(lines: readonly Line[], from: number): number | undefined {
  let at = from;
  while (lines[at]?.text.trim() === "") at += 1;
  const line = lines[at];
  if (line === undefined || !opensRow(line.text)) return undefined;
  const opensTable = isSeparator(lines[at + 1]?.text ?? "");
  return opensTable ? undefined : at;
}

function reportCells(
  { row, written, closed }: ReturnType<typeof parseRow>,
  columns: number,
  report: Report,
): void {
  const [name = ""] = row.cells[0]?.text.split(/\r?\n/) ?? [];
  if (written > columns) {
    report("table/extra-cells", row.span, { row: name, cells: written, columns });
  } else if (written < columns || !closed) {
    report("table/unclosed-row", row.span, {
      row: name,
      cells: closed ? written : written - 1,
      columns,
    });
  }
}
