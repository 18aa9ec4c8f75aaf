import { colored, plain, type Paint } from "../../diagnostics/paint.ts";

/** A stream that may be a terminal. */
export interface MaybeTerminal {
  readonly isTTY?: boolean;
}

/**
 * Creates colours for a stream. A terminal gets colours unless `NO_COLOR` is set or it is dumb;
 * other streams only with `FORCE_COLOR`.
 */
export function createPaint(
  stream: MaybeTerminal,
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  return wantsColors(stream, env) ? colored : plain;
}

function wantsColors(
  { isTTY }: MaybeTerminal,
  { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTTY === true && TERM !== "dumb";
}
