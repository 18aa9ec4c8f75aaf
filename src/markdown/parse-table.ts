import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import type { Row, Table } from "./document.ts";
import { isHeading, isSeparator, opensFence, opensRow } from "./line-kinds.ts";
import { endOf, type Line } from "./lines.ts";
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
  const { row: header } = parseRow({ source, lines: lines.slice(0, headerEnd), at, columns });
  if (separator === undefined) report("table/missing-separator", header.span, {});

  const rows: Row[] = [];
  let next = separator === undefined ? at + 1 : separator + 1;
  for (let first = firstOfRow(lines, next); first !== undefined; first = firstOfRow(lines, next)) {
    const parsed = parseRow({ source, lines, at: first, columns });
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
  const header = lines[at];
  if (header === undefined) return undefined;
  const broken = !header.text.trimEnd().endsWith("|");
  let borders = bordersIn(header.text);
  for (let index = at + 1; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? "";
    if (isSeparator(text)) {
      // A header over lines has a border for each cell; other text before the line is no header.
      return !broken || borders - columnsOf(text) <= 1 ? index : undefined;
    }
    if (isHeading(text) || opensFence(text)) return undefined;
    if (!broken && text.trim() !== "") return undefined;
    borders += bordersIn(text);
  }
  return undefined;
}

function bordersIn(line: string): number {
  return [...line.matchAll(/\\.|\|/g)].filter(([text]) => text === "|").length;
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
