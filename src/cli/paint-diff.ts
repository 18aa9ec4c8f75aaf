import type { Paint } from "../diagnostics/paint.ts";

/** A unified diff in colours. What a terminal would take for a command is not in it. */
export function paintDiff(diff: string, paint: Paint | undefined): string {
  if (paint === undefined) return diff;
  return diff
    .split("\n")
    .map((line) => paintLine(line, paint))
    .join("\n");
}

function paintLine(line: string, { place, dim, added, removed }: Paint): string {
  const text = line.replaceAll(/[^\P{Cc}\t]/gu, " ");
  if (/^(?:---|\+\+\+) /.test(text)) return place(text);
  if (text.startsWith("@@")) return dim(text);
  if (text.startsWith("+")) return added(text);
  return text.startsWith("-") ? removed(text) : text;
}
