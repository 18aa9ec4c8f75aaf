/** The reason a wait failed: a failure state, or a timeout. */
export type WaitFailure = "failed" | "timeout";

/** The fields of a WaitError, besides its message. */
export interface WaitErrorDetails {
  readonly reason: WaitFailure;
  /** The last state; missing if no response had one. */
  readonly state?: string | undefined;
  /** The number of responses received. */
  readonly answers: number;
  /** The last response. */
  readonly response?: unknown;
}

/** The expected state was not reached. */
export class WaitError extends Error {
  override readonly name = "WaitError";
  readonly reason: WaitFailure;
  readonly state: string | undefined;
  readonly answers: number;
  readonly response: unknown;

  constructor(message: string, { reason, state, answers, response }: WaitErrorDetails) {
    super(message);
    this.reason = reason;
    this.state = state;
    this.answers = answers;
    this.response = response;
  }
}

/** True for a WaitError, also from another copy of this package. */
export function isWaitError(error: unknown): error is WaitError {
  if (error instanceof WaitError) return true;
  return error instanceof Error && error.name === "WaitError" && "answers" in error;
}
