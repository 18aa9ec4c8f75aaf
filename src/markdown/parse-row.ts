import type { Source } from "../text/source.ts";
import type { Piece, Row } from "./document.ts";
import { findFenceEnd } from "./parse-fence.ts";
import { isHeading, opensRow, endOf, pieceOf, type Line } from "./lines.ts";

/** A row as read, and what is odd about it. */
interface ParsedRow {
  /** As many cells as the table has columns, unless too few are written. */
  readonly row: Row;
  /** How many cells the page writes; the surplus is part of the last one. */
  readonly written: number;
  /** Whether the last cell has its closing border. */
  readonly closed: boolean;
  /** The line behind the row. */
  readonly next: number;
}

interface RowPlace {
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly at: number;
  /** The line behind the last one that the row may take. */
  readonly end: number;
  readonly columns: number;
}

/**
 * Reads the row that begins at line `at`. It goes on over lines until it has all its cells. A border
 * at the start of a line closes a cell and opens the next one, unless the row would then have too
 * many cells: such a line begins a row of its own, and the one before lacks its closing border.
 */
export function parseRow({ source, lines, at, end: limit, columns }: RowPlace): ParsedRow {
  const first = lines[at] ?? { text: "|", start: source.text.length };
  const borders = [first.start + first.text.indexOf("|")];
  let next = at;
  let end = endOf(first);
  for (; next < limit; next += 1) {
    // A code block inside a cell is text, whatever its lines look like.
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

/** Whether a line cannot go on with the row that the borders before it have opened. */
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
  // Empty cells behind the last column stand for nothing.
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
