import type { ProseBlock } from "./prose.ts";

/** The source offset that a place in a block's text comes from. */
export function offsetIn({ origin }: ProseBlock, at: number): number {
  let low = 0;
  let high = origin.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origin[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const run = origin[low];
  return run === undefined ? 0 : run.offset + (at - run.at);
}
