import { closest, distance } from "fastest-levenshtein";

/** The nearest known word, or `undefined` where none is near enough. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(word, known);
  const near = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
  return distance(word, nearest) <= near ? nearest : undefined;
}
