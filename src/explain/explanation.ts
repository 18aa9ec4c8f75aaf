/** The kind of a subject: an operation, a member of its request or response, or one of its errors. */
export type SubjectKind = "operation" | "request" | "response" | "error";

/** A place in a file. */
export interface Place {
  /** The file, absolute. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** A fact about the subject and its origin. */
export interface ExplainedFact {
  /** The key in the spec, as in `range` or `enum`. */
  readonly key: string;
  /** The value, on one line. */
  readonly value: string;
  /** The origin: a cell or a sentence of the page, an overlay, or an inference of docwright. */
  readonly from: "cell" | "sentence" | "overlay" | "inference";
  /** The place of the origin; absent for an inference. */
  readonly place?: Place;
  /** The text at that place; for an inference, the reason. */
  readonly text: string;
}

/** An overlay action applied to the subject. */
export interface ExplainedOverlay {
  readonly place: Place;
  readonly change: "update" | "retype" | "add" | "remove";
  /** The reason given in the overlay. */
  readonly because: string;
}

/** Lines of the generated package that come from the subject. */
export interface ExplainedCode {
  /** The file, absolute. */
  readonly path: string;
  /** First and last line, from 1. */
  readonly line: number;
  readonly endLine: number;
  /** The declaration: `interface CreateListenerPortRange`. */
  readonly what: string;
  /** The line's text without indentation. */
  readonly text: string;
}

/** The origin of a part of a package. */
export interface Explanation {
  readonly kind: SubjectKind;
  readonly product: string;
  readonly version: string;
  /** The operation's name on the wire. */
  readonly operation: string;
  /** The member's path or the error's code; empty for the operation itself. */
  readonly path: string;
  /** The page row that documents it; absent where an overlay adds it or the row is unknown. */
  readonly row?: Place & {
    /** The row's text as on the page. */
    readonly text: string;
    /** The row's last line, from 1. */
    readonly endLine: number;
  };
  /**
   * The page documents it, but its row is unknown.
   *
   * The positions file beside the spec is missing or out of date; a build writes it.
   */
  readonly rowIsUnknown?: true;
  /** The reason why the row documents this member, where the row does not give its whole path. */
  readonly evidence?: string;
  readonly facts: readonly ExplainedFact[];
  /** In the order of application. */
  readonly overlays: readonly ExplainedOverlay[];
  /** Empty where the package is missing or stale. */
  readonly code: readonly ExplainedCode[];
}
