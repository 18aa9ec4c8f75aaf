import { createHash } from "node:crypto";

/** Bytes of a digest that are kept: no two texts of one endpoint share them. */
const BYTES = 16;

/** A short text that stands for a long one, so that what is only compared takes little memory. */
export function digestText(text: string): string {
  return createHash("sha256").update(text).digest().toString("latin1", 0, BYTES);
}
