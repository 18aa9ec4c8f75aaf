import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import type { Block, Document, Heading } from "./document.ts";
import { keepWithinLimits } from "./keep-within-limits.ts";
import { endOf, linesOf, pieceOf, isHeading, opensFence, opensRow, type Line } from "./lines.ts";
import { parseFence } from "./parse-fence.ts";
import { parseTable } from "./parse-table.ts";

/**
 * Parses a page into blocks. Every line that is not blank belongs to exactly one of them.
 *
 * Content above a limit is omitted and reported.
 */
export function parseDocument(source: Source, report: Report): Document {
  if (source.cutFrom !== undefined) {
    const end = { start: source.text.length, end: source.text.length };
    const { pageBytes: allowed } = source.limits;
    report("limit/page-bytes", end, { found: source.cutFrom, allowed });
  }
  const lines = linesOf(source);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined || line.text.trim() === "") {
      at += 1;
      continue;
    }
    const { block, next } = parseBlock(source, lines, at, line, report);
    blocks.push(keepWithinLimits(block, source.limits, report));
    at = next;
  }
  return { source, blocks };
}

function parseBlock(
  source: Source,
  lines: readonly Line[],
  at: number,
  line: Line,
  report: Report,
): { block: Block; next: number } {
  if (opensFence(line.text)) return parseFence(source, lines, at, report);
  if (opensRow(line.text)) return parseTable(source, lines, at, report);
  if (isHeading(line.text)) return { block: parseHeading(source, line), next: at + 1 };
  let next = at + 1;
  while (!endsParagraph(lines[next])) next += 1;
  const last = lines[next - 1] ?? line;
  const span = { start: line.start, end: endOf(last) };
  return { block: { kind: "paragraph", body: pieceOf(source, span), span }, next };
}

function parseHeading(source: Source, line: Line): Heading {
  const marks = /^ {0,3}(#{1,6})[ \t]+/.exec(line.text);
  const anchor = /(?<![ \t])[ \t]*\{[^{}]*\}[ \t]*$/.exec(line.text);
  const span = { start: line.start, end: endOf(line) };
  const title = pieceOf(source, {
    start: line.start + (marks?.[0].length ?? 0),
    end: anchor === null ? span.end : line.start + anchor.index,
  });
  return { kind: "heading", level: marks?.[1]?.length ?? 1, title, span };
}

function endsParagraph(line: Line | undefined): boolean {
  if (line === undefined || line.text.trim() === "") return true;
  return opensFence(line.text) || opensRow(line.text) || isHeading(line.text);
}
