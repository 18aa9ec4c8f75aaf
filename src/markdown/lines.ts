import type { Source, Span } from "../text/source.ts";
import type { Piece } from "./document.ts";

/** A line of the source, without its line end. */
export interface Line {
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
}

/** The lines of a source, in order. */
export function linesOf(source: Source): Line[] {
  return source.lineStarts.map((start, index) => {
    const next = source.lineStarts[index + 1];
    const raw = source.text.slice(start, next === undefined ? undefined : next - 1);
    return { start, text: raw.endsWith("\r") ? raw.slice(0, -1) : raw };
  });
}

/** The offset behind the last character of a line. */
export function endOf(line: Line): number {
  return line.start + line.text.length;
}

/** The text of a range without the white space around it; its span is that of what is left. */
export function pieceOf(source: Source, { start, end }: Span): Piece {
  const raw = source.text.slice(start, end).trimEnd();
  const text = raw.trimStart();
  const from = text === "" ? start : start + raw.length - text.length;
  return { text, span: { start: from, end: from + text.length } };
}
