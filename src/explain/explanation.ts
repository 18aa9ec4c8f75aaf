/** What a subject is: an operation, a member of its request or response, or one of its errors. */
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

/** Something that is true of the subject, and what says so. */
export interface ExplainedFact {
  /** The key in the spec, as in `range` or `enum`. */
  readonly key: string;
  /** What it says, in short. */
  readonly value: string;
  /** Where it comes from: a cell or a sentence of the page, an overlay, or what docwright concludes. */
  readonly from: "cell" | "sentence" | "overlay" | "inference";
  /** Where that stands. Missing where it is concluded. */
  readonly place?: Place;
  /** The text that stands there; of a conclusion, why. */
  readonly text: string;
}

/** A correction that the subject has got. */
export interface ExplainedOverlay {
  readonly place: Place;
  readonly change: "update" | "retype" | "add" | "remove";
  /** The reason that the overlay gives. */
  readonly because: string;
}

/** Lines of the generated package that come from the subject. */
export interface ExplainedCode {
  /** The file, absolute. */
  readonly path: string;
  /** First and last line, from 1. */
  readonly line: number;
  readonly endLine: number;
  /** What stands there: `interface CreateListenerPortRange`. */
  readonly what: string;
  /** The line's text, without what it is indented by. */
  readonly text: string;
}

/** Where a part of a package comes from. */
export interface Explanation {
  readonly kind: SubjectKind;
  readonly product: string;
  readonly version: string;
  /** The operation's name on the wire. */
  readonly operation: string;
  /** The member's path or the error's code; empty for the operation itself. */
  readonly path: string;
  /** The row of the page that documents it. Missing where an overlay has added it, or the row is unknown. */
  readonly row?: Place & {
    /** Its text, as it stands on the page. */
    readonly text: string;
    /** Its last line. */
    readonly endLine: number;
  };
  /**
   * The page documents it, but its row is unknown: the positions file beside the spec is missing, or out of
   * date. A build writes it.
   */
  readonly rowIsUnknown?: true;
  /** What says that the row is about this member, where the row does not write its whole path. */
  readonly evidence?: string;
  readonly facts: readonly ExplainedFact[];
  /** In the order in which they are applied. */
  readonly overlays: readonly ExplainedOverlay[];
  /** Empty where there is no package yet, or it is stale. */
  readonly code: readonly ExplainedCode[];
}
