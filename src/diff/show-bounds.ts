import type { Bounds } from "../spec/operation.ts";

/** Bounds in words: `2 to 40`, `at most 9`. */
export function showBounds({ min, max }: Bounds): string {
  if (min === undefined) return max === undefined ? "any" : `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `${min}` : `${min} to ${max}`;
}
