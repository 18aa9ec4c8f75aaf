import type { Fault } from "./faults.ts";
import { tryJson } from "./value-kinds.ts";

/** The least and the most there may be, both included. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * What a value is held to, besides its type. An empty text is held to nothing: services take it for
 * left out.
 */
export interface Limits {
  /** The only values there are, as they are sent. */
  readonly values?: readonly string[];
  /** Of a text, in characters: Unicode code points. */
  readonly length?: Bounds;
  /** Of a number, also of one that is written as text. Text that is no number has no range. */
  readonly range?: Bounds;
  /** How many items a list has, or a text that lists them: joined by commas, or as JSON. */
  readonly count?: Bounds;
  /** What a whole text matches. Not looked at where the length is wrong. */
  readonly pattern?: RegExp;
}

/** Says which of its limits a value breaks, by its text on the wire, without the value itself. */
export function findLimitFault(
  text: string,
  { values, length, range, count, pattern }: Limits,
): Fault | undefined {
  if (text === "") return undefined;
  if (values?.includes(text) === false) {
    const allowed = values.map((value) => JSON.stringify(value)).join(" or ");
    return { rule: "values", text: `must be ${allowed}` };
  }
  const fault =
    (length && findBoundsFault(countCharacters(text), length, "length")) ??
    (range && findBoundsFault(Number(text), range, "range")) ??
    (count && findBoundsFault(countItems(text), count, "count"));
  // Only where the length is right, so that no pattern is run on a text it was not made for.
  if (fault !== undefined || !pattern || pattern.test(text)) return fault;
  return { rule: "pattern", text: `must match ${pattern.source}` };
}

function countItems(text: string): number {
  const list = tryJson(text);
  return (Array.isArray(list) ? list : text.split(",")).length;
}

const wording = {
  length: ["have ", " characters"],
  range: ["be ", ""],
  count: ["have ", " items"],
} as const;

/** Says what bounds a number is outside of. What is no number is outside of none. */
export function findBoundsFault(
  value: number,
  { min = -Infinity, max = Infinity }: Bounds,
  rule: keyof typeof wording,
): Fault | undefined {
  if (!(value < min || value > max)) return undefined;
  const [before, after] = wording[rule];
  const bounds =
    min === -Infinity
      ? `at most ${max}`
      : max === Infinity
        ? `at least ${min}`
        : `${min} to ${max}`;
  return { rule, text: `must ${before}${bounds}${after}` };
}

/** Counts the Unicode code points of a text, which has no halves of any. */
function countCharacters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0);
}
