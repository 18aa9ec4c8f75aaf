/** Where a range of a text ends without the blanks and tabs at its end. */
export function trimBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && (text.charAt(last - 1) === " " || text.charAt(last - 1) === "\t")) {
    last -= 1;
  }
  return last;
}
