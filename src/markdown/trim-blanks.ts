/** Returns the end of a range without its trailing blanks and tabs. */
export function trimBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && (text.charAt(last - 1) === " " || text.charAt(last - 1) === "\t")) {
    last -= 1;
  }
  return last;
}
