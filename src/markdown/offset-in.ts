import type { ProseBlock } from "./prose.ts";

/** The source offset that a place in a block's text comes from. */
export function offsetIn(block: ProseBlock, at: number): number {
  const run = block.origin.findLast((origin) => origin.at <= at) ?? block.origin[0];
  if (run === undefined) return 0;
  // Escapes and entities are longer in the source, so within a run only the line is exact.
  return run.offset + (at - run.at);
}
