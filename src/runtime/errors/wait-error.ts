/** Why a wait has ended: the state is one that nothing good comes of, or time was over. */
export type WaitFailure = "failed" | "timeout";

/** What is known of a wait that has ended. */
export interface WaitErrorDetails {
  readonly reason: WaitFailure;
  /** The state that was told last; missing where none was. */
  readonly state?: string | undefined;
  /** How many answers there were. */
  readonly answers: number;
  /** The last answer. */
  readonly response?: unknown;
}

/** The state that was waited for has not come. */
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

/** Whether a wait has ended without the state that was waited for. Also knows errors of another copy of this package. */
export function isWaitError(error: unknown): error is WaitError {
  if (error instanceof WaitError) return true;
  return error instanceof Error && error.name === "WaitError" && "answers" in error;
}
