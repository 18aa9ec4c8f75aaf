import { fstatSync } from "node:fs";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { plain, type Paint } from "../../diagnostics/paint.ts";
import { createPaint } from "./create-paint.ts";

/** Where a command writes: what it was asked for, and what is to be said about it. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours of what is written to `err`; nothing where it takes none. */
  readonly paint?: Paint;
  /** Colours of what is written to `out`; missing where a program takes it, exactly as it is. */
  readonly outPaint?: Paint | undefined;
  /** How many lines of one file's difference people are shown; programs get them all. */
  readonly diffLines?: number | undefined;
  /** Whether `out` goes into a file, where progress on a terminal does not meet it. */
  readonly intoFile?: boolean;
  /** Where progress is shown; nothing where nobody looks on. */
  readonly terminal?: Terminal | undefined;
}

/** A terminal whose last line can be written again. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** How wide it is now, in columns. */
  readonly columns: () => number;
  /** Milliseconds from any moment on. */
  readonly now: () => number;
}

/**
 * The streams of this process. Progress is shown on stderr where that is a terminal that somebody looks
 * at: in CI nobody does.
 */
export function createOutput({ stdout, stderr, env }: NodeJS.Process): Output {
  const interactive = stderr.isTTY && env.TERM !== "dumb" && (env.CI ?? "") === "";
  const outPaint = createPaint(stdout, env);
  const terminal = {
    write: (text: string) => stderr.write(text),
    columns: () => stderr.columns,
    now: () => performance.now(),
  };
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    paint: createPaint(stderr, env),
    outPaint: stdout.isTTY || outPaint !== plain ? outPaint : undefined,
    diffLines: stdout.isTTY ? 40 : undefined,
    intoFile: isFile(stdout.fd),
    terminal: interactive ? terminal : undefined,
  };
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

/** Exit codes: all is well, something was found, the command was used wrongly. */
export const exit = { ok: 0, findings: 1, usage: 2 } as const;

/** How a command with these findings ends: warnings do not count. */
export function exitCode(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.some(({ severity }) => severity === "error") ? exit.findings : exit.ok;
}
