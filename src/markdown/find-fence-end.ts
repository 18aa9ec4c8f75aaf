import type { Line } from "./lines.ts";

/** The line that closes the code block which line `at` opens; nothing when it opens none or none does. */
export function findFenceEnd(lines: readonly Line[], at: number): number | undefined {
  const marks = /^ {0,3}(`{3,}|~{3,})/.exec(lines[at]?.text ?? "")?.[1];
  if (marks === undefined) return undefined;
  const close = lines.findIndex(({ text }, index) => index > at && closes(text, marks));
  return close === -1 ? undefined : close;
}

function closes(line: string, marks: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= marks.length && trimmed === marks.charAt(0).repeat(trimmed.length);
}
