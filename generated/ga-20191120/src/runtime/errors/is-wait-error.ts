import { WaitError } from "./wait-error.ts";

/** Whether a wait has ended without the state that was waited for. Also knows errors of another copy of this package. */
export function isWaitError(error: unknown): error is WaitError {
  if (error instanceof WaitError) return true;
  return error instanceof Error && error.name === "WaitError" && "answers" in error;
}
