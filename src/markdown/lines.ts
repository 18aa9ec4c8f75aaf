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

/** The offset after the last character of a line. */
export function endOf(line: Line): number {
  return line.start + line.text.length;
}

/** The trimmed text of a range, with the range of the trimmed text. */
export function pieceOf(source: Source, { start, end }: Span): Piece {
  const raw = source.text.slice(start, end).trimEnd();
  const text = raw.trimStart();
  const from = text === "" ? start : start + raw.length - text.length;
  return { text, span: { start: from, end: from + text.length } };
}

/** Returns true for a heading: `## Title`. */
export function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}[ \t]+\S/.test(line);
}

/** Returns true if a line opens or closes a fenced code block. */
export function opensFence(line: string): boolean {
  return /^\s*(?:`{3,}|~{3,})/.test(line);
}

/** Returns true if a line begins with a table border. */
export function opensRow(line: string): boolean {
  return /^\s*\|/.test(line);
}

/** Returns true for the separator between a table's header and its rows: `|--|:-:|`. */
export function isSeparator(line: string): boolean {
  return /^\s*\|(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*(?:\|\s*)?$/.test(line);
}
