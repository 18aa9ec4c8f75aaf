import type { Source } from "../text/source.ts";
import type { Piece, Row } from "./document.ts";
import { findFenceEnd } from "./parse-fence.ts";
import { isHeading, opensRow, endOf, pieceOf, type Line } from "./lines.ts";

/** A parsed row, with its irregularities. */
interface ParsedRow {
  /** As many cells as the table has columns, or fewer where the page has fewer. */
  readonly row: Row;
  /** Number of cells on the page; the last cell includes the surplus. */
  readonly written: number;
  /** The last cell has its closing border. */
  readonly closed: boolean;
  /** The line after the row. */
  readonly next: number;
}

interface RowPlace {
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly at: number;
  /** The line after the last one that the row may use. */
  readonly end: number;
  readonly columns: number;
}

/**
 * Parses the row that begins at line `at`. It continues over lines until all its cells are closed.
 *
 * A border at the start of a line closes a cell and opens the next one. If the row would then have too
 * many cells, the line begins a new row instead, and the previous row lacks its closing border.
 */
export function parseRow({ source, lines, at, end: limit, columns }: RowPlace): ParsedRow {
  const first = lines[at] ?? { text: "|", start: source.text.length };
  const borders = [first.start + first.text.indexOf("|")];
  let next = at;
  let end = endOf(first);
  for (; next < limit; next += 1) {
    // A code block inside a cell is text, even where its lines look like rows.
    if (next > at) next = findFenceEnd(lines, next) ?? next;
    const line = lines[next];
    if (line === undefined) break;
    if (next > at && interrupts(source, line, borders, columns)) break;
    for (const border of bordersOf(line)) {
      if (border > (borders.at(-1) ?? -1)) borders.push(border);
    }
    if (line.text.trim() !== "") end = endOf(line);
    if (borders.length > columns && endsWithBorder(source, line, borders)) {
      next += 1;
      break;
    }
  }
  return assemble({ source, borders, columns, end, next });
}

/** Returns true if a line cannot continue the row opened by the earlier borders. */
function interrupts(
  source: Source,
  line: Line,
  borders: readonly number[],
  columns: number,
): boolean {
  if (isHeading(line.text)) return true;
  if (!opensRow(line.text)) return false;
  if (line.text.trim() === "|") return false;
  const open = source.text.slice((borders.at(-1) ?? 0) + 1, line.start);
  if (open.trim() === "") return true;
  if (/^[\s|]+$/.test(line.text)) return false;
  const inLine = bordersOf(line);
  const cells = borders.length - 1 + inLine.length;
  return cells > columns || (cells === columns && !endsWithBorder(source, line, inLine));
}

function endsWithBorder(source: Source, line: Line, borders: readonly number[]): boolean {
  const last = borders.at(-1) ?? 0;
  return last >= line.start && source.text.slice(last + 1, endOf(line)).trim() === "";
}

/** Offsets of the borders in a line: each `|` without a backslash before it. */
function bordersOf(line: Line): number[] {
  const offsets: number[] = [];
  for (let at = 0; at < line.text.length; at += 1) {
    const character = line.text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "|") offsets.push(line.start + at);
  }
  return offsets;
}

function assemble(row: {
  readonly source: Source;
  readonly borders: readonly number[];
  readonly columns: number;
  readonly end: number;
  readonly next: number;
}): ParsedRow {
  const { source, borders, columns, end, next } = row;
  const start = borders[0] ?? 0;
  const last = borders.at(-1) ?? start;
  const tail = source.text.slice(last + 1, end).trim();
  const closed = tail === "" && borders.length > 1;
  const ends = closed ? borders.slice(1) : [...borders.slice(1), end];
  // Empty cells after the last column are ignored.
  while (ends.length > columns && isBlank(source, ends.at(-2), ends.at(-1))) ends.pop();
  const written = ends.length;
  const cells: Piece[] = [];
  for (let index = 0; index < Math.min(written, columns); index += 1) {
    const surplus = index === columns - 1 ? written - 1 : index;
    cells.push(
      pieceOf(source, { start: (borders[index] ?? start) + 1, end: ends[surplus] ?? end }),
    );
  }
  return { row: { cells, span: { start, end } }, written, closed, next };
}

function isBlank(source: Source, border = 0, end = 0): boolean {
  return source.text.slice(border + 1, end).trim() === "";
}
