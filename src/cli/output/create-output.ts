import { fstatSync } from "node:fs";
import { plain } from "../../diagnostics/paint.ts";
import { createPaint } from "./create-paint.ts";
import type { Output } from "./output.ts";

/**
 * The streams of this process. Progress is shown on stderr where that is a terminal that somebody looks
 * at: in CI nobody does.
 */
export function createOutput({ stdout, stderr, env }: NodeJS.Process): Output {
  const interactive = stderr.isTTY && env.TERM !== "dumb" && (env.CI ?? "") === "";
  const outPaint = createPaint(stdout, env);
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    paint: createPaint(stderr, env),
    ...(stdout.isTTY || outPaint !== plain ? { outPaint } : {}),
    ...(stdout.isTTY ? { diffLines: 40 } : {}),
    intoFile: isFile(stdout.fd),
    ...(interactive
      ? {
          terminal: {
            write: (text) => stderr.write(text),
            columns: () => stderr.columns,
            now: () => performance.now(),
          },
        }
      : {}),
  };
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
