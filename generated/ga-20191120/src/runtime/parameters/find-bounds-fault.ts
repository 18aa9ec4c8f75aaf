import type { Fault } from "./fault.ts";
import type { Bounds } from "./limits.ts";

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
