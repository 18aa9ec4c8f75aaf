import type { Sample } from "../spec/operation.ts";

/**
 * The line of a page where its sample has a word; the sample's first line, where it has it nowhere, and the
 * page's, where the sample's is unknown.
 */
export function lineOf(sample: Sample, word: string): number {
  const { line, text } = sample;
  if (line === undefined) return 1;
  if (text.length > LONG) return line + (linesIn(sample).get(word) ?? 0);
  const at = word === "" ? -1 : text.indexOf(word);
  return at === -1 ? line : line + text.slice(0, at).split("\n").length - 1;
}

/** Characters from which on a sample is not searched for each word: those of pages have at most 75,737. */
const LONG = 100_000;

const known = new WeakMap<Sample, ReadonlyMap<string, number>>();

/** For each word of a sample by itself the first line that has it, counted from 0. */
function linesIn(sample: Sample): ReadonlyMap<string, number> {
  const earlier = known.get(sample);
  if (earlier !== undefined) return earlier;
  const lines = new Map<string, number>();
  for (const [index, line] of sample.text.split("\n").entries()) {
    for (const [word] of line.matchAll(/[\w.-]+/g)) if (!lines.has(word)) lines.set(word, index);
  }
  known.set(sample, lines);
  return lines;
}
