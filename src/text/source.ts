import { defaultLimits, type Limits } from "./limits.ts";

/** A file's name and text. All positions in docwright refer to a source. */
export interface Source {
  /** The path that messages show: relative to the current folder, with `/` between folders. */
  readonly path: string;
  /** The text without a byte order mark. Line ends are kept as they are. */
  readonly text: string;
  /** The offset at which each line starts; the first is 0. */
  readonly lineStarts: readonly number[];
  /** The limits that apply to the text. */
  readonly limits: Limits;
  /** Size of the file in bytes, where it exceeds the limit and `text` is truncated. */
  readonly cutFrom?: number;
}

/** Half-open range of UTF-16 offsets into a source's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A position as editors count it: from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Creates a source from a file's text without its byte order mark. */
export function createSource(path: string, text: string, limits: Limits = defaultLimits): Source {
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lineStarts = [0];
  for (let at = bare.indexOf("\n"); at !== -1; at = bare.indexOf("\n", at + 1)) {
    lineStarts.push(at + 1);
  }
  return { path, text: bare, lineStarts, limits };
}

/** Returns the line and column of an offset. An offset outside the text is clamped. */
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

/** Returns the text of a line (from 1) without its line end; empty where the line does not exist. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return "";
  const next = source.lineStarts[line] ?? source.text.length + 1;
  const text = source.text.slice(start, next - 1);
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}
