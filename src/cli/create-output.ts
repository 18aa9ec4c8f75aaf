import { createPaint } from "./create-paint.ts";
import type { Output } from "./output.ts";

/**
 * The streams of this process. Progress is shown on stderr where that is a terminal that somebody looks
 * at: in CI nobody does.
 */
export function createOutput({ stdout, stderr, env }: NodeJS.Process): Output {
  const interactive = stderr.isTTY && env.TERM !== "dumb" && (env.CI ?? "") === "";
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    paint: createPaint(stderr, env),
    tearsBar: stdout.isTTY,
    outPaint: createPaint(stdout, env),
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
