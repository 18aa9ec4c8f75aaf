import type { Sample } from "../spec/operation.ts";

/**
 * The line of a page where its sample has a word; the sample's first line, where it has it nowhere, and the
 * page's, where the sample's is unknown.
 */
export function lineOf({ line, text }: Sample, word: string): number {
  if (line === undefined) return 1;
  const at = word === "" ? -1 : text.indexOf(word);
  return at === -1 ? line : line + text.slice(0, at).split("\n").length - 1;
}
