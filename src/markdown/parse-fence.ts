import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import type { Fence } from "./document.ts";
import { endOf, type Line } from "./lines.ts";

/** Parses the fenced code block that opens at line `at`. An unclosed one extends to the end of the page. */
export function parseFence(
  source: Source,
  lines: readonly Line[],
  at: number,
  report: Report,
): { block: Fence; next: number } {
  const opening = lines[at] ?? { text: "", start: source.text.length };
  const info = opening.text.replace(/^\s*(?:`{3,}|~{3,})/, "").trim();
  const close = findFenceEnd(lines, at) ?? lines.length;
  const closing = lines[close];
  if (closing === undefined) {
    report("markdown/unclosed-fence", { start: opening.start, end: endOf(opening) }, {});
  }
  const start = lines[at + 1]?.start ?? endOf(opening);
  const last = close > at + 1 ? lines[close - 1] : undefined;
  const body = { start, end: last === undefined ? start : endOf(last) };
  const end = endOf(closing ?? last ?? opening);
  return {
    block: {
      kind: "fence",
      info,
      body: { text: source.text.slice(body.start, body.end), span: body },
      span: { start: opening.start, end },
    },
    next: close + 1,
  };
}

/** The line that closes the code block opened at line `at`; `undefined` without a block or its end. */
export function findFenceEnd(lines: readonly Line[], at: number): number | undefined {
  const marks = /^\s*(`{3,}|~{3,})/.exec(lines[at]?.text ?? "")?.[1];
  if (marks === undefined) return undefined;
  const ends = endsOf(lines, marks);
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return ends[low];
}

/** For each page, the lines that close a code block, by the opening marks. */
const known = new WeakMap<readonly Line[], Map<string, readonly number[]>>();

/** The lines that can close a code block with such marks. Cached, so that many unclosed blocks scan once. */
function endsOf(lines: readonly Line[], marks: string): readonly number[] {
  const byMarks = known.get(lines) ?? new Map<string, readonly number[]>();
  known.set(lines, byMarks);
  const found = byMarks.get(marks);
  if (found !== undefined) return found;
  // Lines that close with more marks are among those that close with three.
  const least = marks.slice(0, 3);
  const candidates = least === marks ? lines.keys() : endsOf(lines, least);
  const ends = [...candidates].filter((line) => closes(lines[line]?.text ?? "", marks));
  byMarks.set(marks, ends);
  return ends;
}

/** A table border may follow the marks, where the code block is in a cell. */
function closes(line: string, marks: string): boolean {
  const closing = /^\s*(`{3,}|~{3,})\s*(?:\|.*)?$/.exec(line)?.[1];
  return closing?.startsWith(marks) === true;
}
