import { fstatSync } from "node:fs";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { plain, type Paint } from "../../diagnostics/paint.ts";
import { createPaint } from "./create-paint.ts";

/** The output streams of a command: its result, and messages about it. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours for `err`; absent if it supports none. */
  readonly paint?: Paint;
  /** Colours for `out`; missing if a program reads it verbatim. */
  readonly outPaint?: Paint | undefined;
  /** The maximum number of diff lines shown for each file. Programs receive all. */
  readonly diffLines?: number | undefined;
  /** True if `out` is a file, so it does not interfere with progress on the terminal. */
  readonly intoFile?: boolean;
  /** The terminal for progress; absent if nobody watches. */
  readonly terminal?: Terminal | undefined;
}

/** A terminal whose last line can be rewritten. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** Returns the current width in columns. */
  readonly columns: () => number;
  /** Returns milliseconds since an arbitrary moment. */
  readonly now: () => number;
}

/**
 * Creates the output of this process. Progress is shown on stderr if it is an interactive terminal,
 * so not in CI.
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

/** Exit codes: success, errors found, wrong usage. */
export const exit = { ok: 0, findings: 1, usage: 2 } as const;

/** Returns the exit code for diagnostics; warnings do not count. */
export function exitCode(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.some(({ severity }) => severity === "error") ? exit.findings : exit.ok;
}
