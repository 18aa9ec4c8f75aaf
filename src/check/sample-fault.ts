import type { Sample } from "../spec/operation.ts";

/** A contradiction between a sample and its page, or between a sample and the package. */
export interface SampleFault {
  readonly rule: SampleRule;
  /** Path in the request or the response: `PortRanges[].FromPort`. */
  readonly path: string;
  /** Line of the page, from 1. */
  readonly line: number;
  readonly reason: string;
}

/** Kinds of contradictions of samples. */
export type SampleRule =
  /** A request sends a parameter that no row documents. */
  | "unknown-parameter"
  /** A response has a member that no row documents. */
  | "unknown-member"
  /** A response lacks a member that another sample of the operation has: see `Member.required`. */
  | "lacks-member"
  /** A value does not match the type of its row. */
  | "other-type"
  /** A list, an object or a scalar is of another kind in the JSON sample. */
  | "other-than-twin"
  /** The package decodes or sends the sample differently, and nothing on the page explains it. */
  | "own";

/** The number of samples, by the result of their checks. */
export interface SampleCounts {
  /** Readable samples of successful calls. */
  readonly seen: number;
  readonly passed: number;
  /** Samples that contradict their page. */
  readonly page: number;
  /** Samples that fail without a contradiction on the page. */
  readonly own: number;
  /** Malformed samples, and responses of failed calls. */
  readonly unreadable: number;
}

/**
 * The page line on which a sample first contains a word.
 *
 * Defaults to the sample's first line where the word is missing, and to 1 where that line is unknown.
 */
export function lineOf(sample: Sample, word: string): number {
  const { line, text } = sample;
  if (line === undefined) return 1;
  if (text.length > LONG) return line + (linesIn(sample).get(word) ?? 0);
  const at = word === "" ? -1 : text.indexOf(word);
  return at === -1 ? line : line + text.slice(0, at).split("\n").length - 1;
}

/**
 * Length in characters above which lines are looked up in an index. The longest sample of the corpus has
 * 75,737.
 */
const LONG = 100_000;

const known = new WeakMap<Sample, ReadonlyMap<string, number>>();

/** For each word of a sample, the first line that contains it, from 0. */
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
