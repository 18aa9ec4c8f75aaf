/** A unified diff of at most so many lines, and how many more there are. */
export function boundDiff(diff: string, limit: number): string {
  const lines = diff.split("\n").slice(0, -1);
  const more = lines.length - limit;
  // To say that one line is left out takes as much room as the line.
  if (more <= 1) return diff;
  return `${lines.slice(0, limit).join("\n")}\n… ${more} more lines\n`;
}
