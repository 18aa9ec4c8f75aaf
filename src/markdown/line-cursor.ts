/**
 * A place in a line of Markdown. Indentation counts in columns, where a tab reaches to the next
 * multiple of four; a place may lie inside a tab, of which the rest is then still to come.
 */
export interface LineCursor {
  readonly text: string;
  /** Index of the next character, and where the line ends. */
  at: number;
  readonly end: number;
  column: number;
  /** Index and column of the next character that is no blank. */
  next: number;
  nextColumn: number;
}

/** A cursor at the start of the line that lies between two indexes of a text. */
export function startLine(text: string, start: number, end: number): LineCursor {
  const cursor = { text, at: start, end, column: 0, next: start, nextColumn: 0 };
  findNext(cursor);
  return cursor;
}

/** Whether nothing but blanks is left of the line. */
export function isBlank({ next, end }: LineCursor): boolean {
  return next === end;
}

/** Columns of blanks before the next character. */
export function indentOf({ column, nextColumn }: LineCursor): number {
  return nextColumn - column;
}

/** Goes over marks that begin at the next character that is no blank. */
export function skipMarks(cursor: LineCursor, length: number): void {
  cursor.at = cursor.next + length;
  cursor.column = cursor.nextColumn + length;
  cursor.next = cursor.at;
  cursor.nextColumn = cursor.column;
  findNext(cursor);
}

/** Goes over blanks, as many columns as asked for or as there are. */
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

/** The rest of the line: a range of the text, behind blanks that stand for the rest of a tab. */
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
