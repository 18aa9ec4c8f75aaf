/** Reports an unreadable revision. The message becomes the reason in the diagnostic of that code. */
export class RevisionError extends Error {
  readonly code: RevisionErrorCode;

  constructor(code: RevisionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type RevisionErrorCode =
  | "diff/unknown-revision"
  | "diff/unreadable-revision"
  | "diff/missing-object"
  | "diff/unsafe-repository";
