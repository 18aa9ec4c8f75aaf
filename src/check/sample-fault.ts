import type { Sample } from "../spec/operation.ts";

/** What is wrong with a sample. */
export interface SampleFault {
  readonly rule: SampleRule;
  /** Where in the request or the answer: `PortRanges[].FromPort`. */
  readonly path: string;
  /** Of the page, counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/** How samples contradict their pages. */
export type SampleRule =
  /** A request sends what no row documents. */
  | "unknown-parameter"
  /** An answer has what no row documents. */
  | "unknown-member"
  /** An answer lacks what another sample of the operation has: see `Member.required`. */
  | "lacks-member"
  /** A value is not of the type of its row. */
  | "other-type"
  /** A list, an object or a single value is something else in the JSON sample. */
  | "other-than-twin"
  /** The package makes something else of the sample, and nothing on the page says why. */
  | "own";

/** How many samples pages have, and what became of them. */
export interface SampleCounts {
  /** Those that can be read, of calls that go well. */
  readonly seen: number;
  readonly passed: number;
  /** Those that contradict their page. */
  readonly page: number;
  /** Those that do not pass for no reason that the page gives. */
  readonly own: number;
  /** Broken texts, and answers of failed calls. */
  readonly unreadable: number;
}

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
