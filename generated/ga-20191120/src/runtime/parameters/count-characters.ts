/** Counts the Unicode code points of a text, which has no halves of any. */
export function countCharacters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0);
}
