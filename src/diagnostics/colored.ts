import { createColors } from "picocolors";
import type { Paint } from "./paint.ts";

const { bold, cyan, dim, green, red, yellow } = createColors(true);

/** The colours of terminals. */
export const colored: Paint = {
  severity: {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    note: (text) => bold(cyan(text)),
  },
  place: bold,
  dim,
  added: green,
  removed: red,
};
