import type { Position, Source } from "./source.ts";

/** Line and column of an offset; offsets outside the text give the nearest place inside. */
export function locate(source: Source, offset: number): Position {
  const inside = Math.min(Math.max(offset, 0), source.text.length);
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: inside - (source.lineStarts[low] ?? 0) + 1 };
}

/** The text of a line (counted from 1) without its line end; empty when there is no such line. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return "";
  const next = source.lineStarts[line] ?? source.text.length + 1;
  const text = source.text.slice(start, next - 1);
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}
