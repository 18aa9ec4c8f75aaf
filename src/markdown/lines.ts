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

/** Whether a line is a heading: `## Title`. */
export function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}[ \t]+\S/.test(line);
}

/** Whether a line opens or closes a fenced code block. */
export function opensFence(line: string): boolean {
  return /^\s*(?:`{3,}|~{3,})/.test(line);
}

/** Whether a line begins with a table's border. */
export function opensRow(line: string): boolean {
  return /^\s*\|/.test(line);
}

/** Whether a line is the one between a table's header and its rows: `|--|:-:|`. */
export function isSeparator(line: string): boolean {
  return /^\s*\|(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*(?:\|\s*)?$/.test(line);
}
