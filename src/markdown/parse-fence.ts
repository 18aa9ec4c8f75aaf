import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import type { Fence } from "./document.ts";
import { findFenceEnd } from "./find-fence-end.ts";
import { endOf, type Line } from "./lines.ts";

/** Reads a fenced code block that opens at line `at`. One that never closes runs to the page's end. */
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
