/** A change that could neither be made nor undone: of some files the new ones are there. */
export class HalfWritten extends Error {
  /** What went wrong first. */
  readonly reason: NodeJS.ErrnoException;
  /** Which folders have what, as sentences. */
  readonly outcome: string;

  constructor(cause: unknown, outcome: string) {
    const reason = cause instanceof Error ? cause : new Error(String(cause));
    super(`${reason.message}. ${outcome}`, { cause });
    this.reason = cause instanceof HalfWritten ? cause.reason : reason;
    this.outcome = outcome;
  }
}
