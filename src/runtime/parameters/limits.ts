import type { Fault } from "./faults.ts";
import { tryJson } from "./value-kinds.ts";

/** Inclusive bounds. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * Documented constraints of a value besides its type. Empty texts are exempt, because services
 * treat them as absent.
 */
export interface Limits {
  /** The only allowed values, as sent. */
  readonly values?: readonly string[];
  /** The length of a text, in Unicode code points. */
  readonly length?: Bounds;
  /** The range of a number, also of one in a text. Text that is not a number has no range. */
  readonly range?: Bounds;
  /** The number of items of a list, or of a text that lists them with commas or as JSON. */
  readonly count?: Bounds;
  /** A pattern for the whole text. Not checked where the length is wrong. */
  readonly pattern?: RegExp;
}

/** Returns an error if a wire text violates a constraint. The message omits the value. */
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
  // The length is checked first, so a pattern only runs on texts of allowed length.
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

/** Returns an error if a number is out of bounds. `NaN` never is. */
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

/** Counts Unicode code points of a text without lone surrogates. */
function countCharacters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0);
}
