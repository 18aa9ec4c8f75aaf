/** Text of a page in one line: tabs, line ends and what would command a terminal become spaces. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, " ");
}
