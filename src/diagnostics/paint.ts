import { createColors } from "picocolors";
import type { Severity } from "./registry.ts";

/** How parts of a message stand out on a terminal: each gives a text back, with or without colours. */
export interface Paint {
  /** What says how bad something is, and what it is about. */
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  /** Where to look. */
  readonly place: (text: string) => string;
  /** What is there for orientation only. */
  readonly dim: (text: string) => string;
  /** Lines that are to come and to go. */
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

const same = (text: string): string => text;

/** Everything as it is, for files, pipes and terminals without colours. */
export const plain: Paint = {
  severity: { error: same, warning: same, note: same },
  place: same,
  dim: same,
  added: same,
  removed: same,
};

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
