import { createColors } from "picocolors";
import type { Severity } from "./registry.ts";

/** Styles for the parts of a message. Each function returns its text, with or without colours. */
export interface Paint {
  /** The severity and its carets. */
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  /** Paths and positions. */
  readonly place: (text: string) => string;
  /** Secondary text. */
  readonly dim: (text: string) => string;
  /** Lines of a patch. */
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

const same = (text: string): string => text;

/** Leaves text unstyled, for files, pipes and terminals without colours. */
export const plain: Paint = {
  severity: { error: same, warning: same, note: same },
  place: same,
  dim: same,
  added: same,
  removed: same,
};

const { bold, cyan, dim, green, red, yellow } = createColors(true);

/** Styles text with terminal colours. */
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
