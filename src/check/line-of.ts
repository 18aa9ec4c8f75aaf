import type { Sample } from "../spec/operation.ts";

/** The line of a page where its sample has a word; its first line, where it has it nowhere. */
export function lineOf({ line, text }: Sample, word: string): number {
  const at = word === "" ? -1 : text.indexOf(word);
  return at === -1 ? line : line + text.slice(0, at).split("\n").length - 1;
}
