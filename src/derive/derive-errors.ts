import type { Report } from "../diagnostics/diagnostic.ts";
import type { Piece } from "../markdown/document.ts";
import { readText } from "../markdown/read-prose.ts";
import type { ErrorRow } from "../page/page.ts";
import type { ErrorEntry } from "../spec/operation.ts";
import { locate, type Source } from "../text/source.ts";

/** The errors that a page documents. A code may occur twice, with another status or message. */
export function deriveErrors(
  source: Source,
  rows: readonly ErrorRow[],
  report: Report,
): ErrorEntry[] {
  return rows.flatMap((row) => {
    const code = readText(row.key);
    if (code === "") {
      report("derive/unnamed-parameter", row.span, { row: code });
      return [];
    }
    const status = deriveStatus(row.cells.get("status"), code, report);
    const message = lineOf(row.cells.get("message"));
    const meaning = lineOf(row.cells.get("description"));
    return {
      code,
      ...(status === undefined ? {} : { status }),
      ...(message === "" ? {} : { message }),
      ...(meaning === "" ? {} : { meaning }),
      line: locate(source, row.span.start).line,
    };
  });
}

function deriveStatus(cell: Piece | undefined, row: string, report: Report): number | undefined {
  const text = lineOf(cell);
  if (cell === undefined || text === "") return undefined;
  const status = /^[1-5]\d\d$/.exec(text)?.[0];
  if (status === undefined) report("derive/unclear-error", cell.span, { row, cell: text });
  return status === undefined ? undefined : Number(status);
}

function lineOf(cell: Piece | undefined): string {
  return cell === undefined ? "" : oneLine(readText(cell));
}

/** The lines of a text as one, a space between them. */
function oneLine(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}
