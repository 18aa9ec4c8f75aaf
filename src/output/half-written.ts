/** A change that failed and could not be undone: some files are new. */
export class HalfWritten extends Error {
  /** The first error. */
  readonly reason: NodeJS.ErrnoException;
  /** The state of the folders, as sentences. */
  readonly outcome: string;

  constructor(cause: unknown, outcome: string) {
    const reason = cause instanceof Error ? cause : new Error(String(cause));
    super(`${reason.message}. ${outcome}`, { cause });
    this.reason = cause instanceof HalfWritten ? cause.reason : reason;
    this.outcome = outcome;
  }
}
