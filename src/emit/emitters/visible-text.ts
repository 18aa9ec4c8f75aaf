/**
 * A text without what a reader does not see: control characters but tabs and line ends, and characters
 * that hide others or change their direction. Halves of characters have no place in a file either.
 */
export function visibleText(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Cf}/gu, "").replaceAll(/\p{Cs}/gu, "\uFFFD");
}
