import type { Line } from "./lines.ts";

/** The line that closes the code block which line `at` opens; nothing when it opens none or none does. */
export function findFenceEnd(lines: readonly Line[], at: number): number | undefined {
  const marks = /^\s*(`{3,}|~{3,})/.exec(lines[at]?.text ?? "")?.[1];
  if (marks === undefined) return undefined;
  for (let close = at + 1; close < lines.length; close += 1) {
    if (closes(lines[close]?.text ?? "", marks)) return close;
  }
  return undefined;
}

/** Behind the marks there may be the border of the cell that the code block stands in. */
function closes(line: string, marks: string): boolean {
  const closing = /^\s*(`{3,}|~{3,})\s*(?:\|.*)?$/.exec(line)?.[1];
  return closing?.startsWith(marks) === true;
}
