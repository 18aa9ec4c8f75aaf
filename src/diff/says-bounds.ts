import type { Bounds } from "../spec/operation.ts";

/**
 * Whether a description has all numbers of some bounds: then the page has stated them, in words that are
 * not read. That something is at least 0 or 1 needs no saying.
 */
export function saysBounds(description: string, { min, max }: Bounds): boolean {
  const said = new Set(description.replaceAll(",", "").match(/\d+/g)?.map(Number) ?? []);
  const wanted = [min, max].filter((bound) => bound !== undefined && bound !== 0 && bound !== 1);
  return wanted.length > 0 && wanted.every((bound) => bound !== undefined && said.has(bound));
}
