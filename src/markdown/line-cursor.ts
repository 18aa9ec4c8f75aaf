/**
 * A position in a line of Markdown.
 *
 * Indentation counts in columns; a tab extends to the next multiple of four. A position may be inside a
 * tab.
 */
export interface LineCursor {
  readonly text: string;
  /** Index of the next character, and of the end of the line. */
  at: number;
  readonly end: number;
  column: number;
  /** Index and column of the next character that is not blank. */
  next: number;
  nextColumn: number;
}

/** Creates a cursor at the start of a line, given by its range in a text. */
export function startLine(text: string, start: number, end: number): LineCursor {
  const cursor = { text, at: start, end, column: 0, next: start, nextColumn: 0 };
  findNext(cursor);
  return cursor;
}

/** Returns true if the rest of the line is blank. */
export function isBlank({ next, end }: LineCursor): boolean {
  return next === end;
}

/** Number of blank columns before the next character. */
export function indentOf({ column, nextColumn }: LineCursor): number {
  return nextColumn - column;
}

/** Skips marks that begin at the next character that is not blank. */
export function skipMarks(cursor: LineCursor, length: number): void {
  cursor.at = cursor.next + length;
  cursor.column = cursor.nextColumn + length;
  cursor.next = cursor.at;
  cursor.nextColumn = cursor.column;
  findNext(cursor);
}

/** Skips up to `columns` columns of blanks. */
export function skipColumns(cursor: LineCursor, columns: number): void {
  const target = Math.min(cursor.column + columns, cursor.nextColumn);
  while (cursor.column < target) {
    const width = widthAt(cursor.text, cursor.at, cursor.column);
    if (cursor.column + width > target) {
      cursor.column = target;
      return;
    }
    cursor.column += width;
    cursor.at += 1;
  }
}

/** The rest of the line as a range of the text, and the blanks (`pad`) that replace the rest of a tab. */
export function restOf({ text, at, end, column }: LineCursor) {
  const insideTab = text.charAt(at) === "\t" && column % 4 !== 0 && at < end;
  return insideTab ? { start: at + 1, end, pad: 4 - (column % 4) } : { start: at, end, pad: 0 };
}

function findNext(cursor: LineCursor): void {
  while (cursor.next < cursor.end && isBlankCharacter(cursor.text.charAt(cursor.next))) {
    cursor.nextColumn += widthAt(cursor.text, cursor.next, cursor.nextColumn);
    cursor.next += 1;
  }
}

function isBlankCharacter(character: string): boolean {
  return character === " " || character === "\t";
}

function widthAt(text: string, at: number, column: number): number {
  return text.charAt(at) === "\t" ? 4 - (column % 4) : 1;
}
