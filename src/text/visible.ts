/**
 * Text of a page in one line: tabs, line ends and what would command a terminal or turn the direction of
 * its text become spaces.
 */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Bidi_C}\u2028\u2029]/gu, " ");
}
