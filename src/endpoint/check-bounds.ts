import type { Bounds } from "../spec/operation.ts";

/** Which bound a number breaks, in words; nothing when it keeps both. */
export function checkBounds(bounds: Bounds | undefined, value: number): string | undefined {
  if (bounds?.min !== undefined && value < bounds.min) return `the least is ${bounds.min}`;
  if (bounds?.max !== undefined && value > bounds.max) return `the most is ${bounds.max}`;
  return undefined;
}
