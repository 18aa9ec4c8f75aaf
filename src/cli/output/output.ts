import type { Paint } from "../../diagnostics/paint.ts";

/** Where a command writes: what it was asked for, and what is to be said about it. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours of what is written to `err`; nothing where it takes none. */
  readonly paint?: Paint;
  /** Colours of what is written to `out`; missing where a program takes it, exactly as it is. */
  readonly outPaint?: Paint;
  /** How many lines of one file's difference people are shown; programs get them all. */
  readonly diffLines?: number;
  /** Whether `out` goes into a file, where progress on a terminal does not meet it. */
  readonly intoFile?: boolean;
  /** Where progress is shown; nothing where nobody looks on. */
  readonly terminal?: Terminal;
}

/** A terminal whose last line can be written again. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** How wide it is now, in columns. */
  readonly columns: () => number;
  /** Milliseconds from any moment on. */
  readonly now: () => number;
}
