import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import type { Row, Table } from "./document.ts";
import { isHeading, isSeparator, opensFence, opensRow, endOf, type Line } from "./lines.ts";
import { parseRow } from "./parse-row.ts";

/**
 * Parses the table whose first line is `at`.
 *
 * Rows may span lines and blank lines, so a row ends at the closing border of its last cell. The table
 * ends at a heading, at text outside a row, or before another header.
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

/** The line of the separator `|--|--|` below the header, which may span lines; `undefined` without one. */
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
  // A header that spans lines has one border per cell; other text is not a header.
  return (borders[end] ?? 0) - (borders[at] ?? 0) - columnsOf(text) <= 1 ? end : undefined;
}

interface Headers {
  /** For each line, the next line that ends a header: a separator, a heading or a fence. */
  readonly ends: readonly (number | undefined)[];
  /** For each line, the number of borders before it. */
  readonly borders: readonly number[];
}

/** Cached for each page with a header that spans lines. */
const known = new WeakMap<readonly Line[], Headers>();

/** Indexes the ends of headers and the borders, once for each page. */
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

/** Number of `|` in a line without a backslash before them. */
function bordersIn(line: string): number {
  let borders = 0;
  for (let at = line.indexOf("|"); at !== -1; at = line.indexOf("|", at + 1)) {
    let slashes = 0;
    while (line.charAt(at - slashes - 1) === "\\") slashes += 1;
    if (slashes % 2 === 0) borders += 1;
  }
  return borders;
}

/** The number of cells between a line's borders. */
function columnsOf(line: string): number {
  const borders = bordersIn(line);
  return Math.max(1, line.trimEnd().endsWith("|") ? borders - 1 : borders);
}

/** The line on which the next row begins, after blank lines; `undefined` where the table ends. */
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
