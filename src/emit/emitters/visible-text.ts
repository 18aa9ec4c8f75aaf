/**
 * Removes control characters (except tabs and line ends) and format characters from a text.
 *
 * Format characters can hide text or change its direction. Unpaired surrogates become U+FFFD.
 */
export function visibleText(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Cf}/gu, "").replaceAll(/\p{Cs}/gu, "\uFFFD");
}
