import type { Paint } from "../../diagnostics/paint.ts";
import { visible } from "../../text/visible.ts";

/** Colours the unified diff of one file, and escapes its control characters. */
export function paintDiff(diff: string, paint: Paint | undefined): string {
  if (paint === undefined) return diff;
  return diff
    .split("\n")
    .map((line, index) => (index < 2 ? paint.place(shown(line)) : paintLine(shown(line), paint)))
    .join("\n");
}

function shown(line: string): string {
  return line.split("\t").map(visible).join("\t");
}

function paintLine(line: string, { dim, added, removed }: Paint): string {
  if (line.startsWith("@@") || line.startsWith("… ")) return dim(line);
  if (line.startsWith("+")) return added(line);
  return line.startsWith("-") ? removed(line) : line;
}
