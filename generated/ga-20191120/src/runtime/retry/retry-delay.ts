import { isServiceError } from "../errors/is-service-error.ts";
import { backOff } from "./back-off.ts";
import { mayRepeat } from "./may-repeat.ts";

/** An attempt that failed. */
export interface FailedAttempt {
  readonly error: unknown;
  /** The first is 1. */
  readonly attempt: number;
  /** Whether the service would recognize the same request if it came again. */
  readonly repeatable: boolean;
}

/** How long to wait before the next attempt, in milliseconds; `Infinity` if there must be none. */
export function retryDelay({ error, attempt, repeatable }: FailedAttempt): number {
  if (!mayRepeat(error, repeatable)) return Infinity;
  const asked = isServiceError(error) ? error.retryAfter : undefined;
  return asked ?? backOff(attempt);
}
