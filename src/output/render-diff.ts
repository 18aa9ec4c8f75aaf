import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import { findHunks } from "./find-hunks.ts";

/** A change of one file. `old` or `new` is absent where the file does not exist. */
export interface FileChange {
  readonly path: string;
  readonly old?: string;
  readonly new?: string;
}

/** Maximum number of edits for the shortest diff of a file; the time is quadratic in it. */
const MOST = 500;

/** Renders a change as a unified diff with three lines of context, for `patch -p1`. */
export function renderDiff({ path, old, new: wanted }: FileChange): string {
  const from = old === undefined ? "/dev/null" : `a/${path}`;
  const to = wanted === undefined ? "/dev/null" : `b/${path}`;
  const [before, after] = [old ?? "", wanted ?? ""];
  const shortest = structuredPatch(from, to, before, after, undefined, undefined, {
    context: 3,
    maxEditLength: MOST,
  });
  const hunks = shortest?.hunks ?? findHunks(before, after);
  const patch = formatPatch(
    { oldFileName: from, newFileName: to, oldHeader: undefined, newHeader: undefined, hunks },
    FILE_HEADERS_ONLY,
  );
  return patch.replace(/^(.*)\n(.*)\n/, (_, before: string, after: string) => {
    return `${ended(before)}\n${ended(after)}\n`;
  });
}

/** Adds a tab to a header whose unquoted file name has a space, because `patch` would end the name there. */
function ended(header: string): string {
  return /^.{4}[^"].* /.test(header) ? `${header}\t` : header;
}

/** Truncates a unified diff to a number of lines, and appends the number of lines omitted. */
export function boundDiff(diff: string, limit: number): string {
  const lines = diff.split("\n").slice(0, -1);
  const more = lines.length - limit;
  // A message about one omitted line takes as much space as the line.
  if (more <= 1) return diff;
  return `${lines.slice(0, limit).join("\n")}\n… ${more} more lines\n`;
}
