import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import { findHunks } from "./find-hunks.ts";

/** A change of one file. A text is missing where there is no file. */
export interface FileChange {
  readonly path: string;
  readonly old?: string;
  readonly new?: string;
}

/** Edits up to which the shortest diff of a file is looked for: the time grows with their square. */
const MOST = 500;

/** A change as a unified diff with three lines around each place, as `patch -p1` takes it. */
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

/** A line that names a file. patch takes a space for the name's end, unless it is quoted or a tab follows. */
function ended(header: string): string {
  return /^.{4}[^"].* /.test(header) ? `${header}\t` : header;
}

/** A unified diff of at most so many lines, and how many more there are. */
export function boundDiff(diff: string, limit: number): string {
  const lines = diff.split("\n").slice(0, -1);
  const more = lines.length - limit;
  // To say that one line is left out takes as much room as the line.
  if (more <= 1) return diff;
  return `${lines.slice(0, limit).join("\n")}\n… ${more} more lines\n`;
}
