import type { Line } from "../spec/operation.ts";

/**
 * Facts of a description whose lines count from 1, as they are where it begins at a line of a page.
 * Facts in lists and in other facts are moved too.
 */
export function atLine<Facts extends object>(facts: Facts, first: Line): Facts {
  if (Object.keys(facts).length === 0) return facts;
  const moved = Object.entries(facts).map(([key, value]: [string, unknown]) => [
    key,
    moveValue(key, value, first),
  ]);
  return Object.fromEntries(moved) as Facts;
}

function moveValue(key: string, value: unknown, first: Line): unknown {
  if (key === "line" && typeof value === "number") return value + first - 1;
  if (Array.isArray(value)) return value.map((item) => moveValue("", item, first));
  return typeof value === "object" && value !== null ? atLine(value, first) : value;
}
