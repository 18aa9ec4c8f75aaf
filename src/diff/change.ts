/** What a version number has to tell of a change (https://semver.org): `none` is no change at all. */
export type Level = "none" | "patch" | "minor" | "major";

/** Whose code a change breaks: that which makes requests, or that which reads answers. */
export type Audience = "callers" | "readers";

/** Every kind of change there is. */
export type ChangeKind =
  | "package-renamed"
  | "version-changed"
  | "endpoint-added"
  | "endpoint-removed"
  | "endpoint-changed"
  | "operation-added"
  | "operation-removed"
  | "retry-changed"
  | "iterator-added"
  | "iterator-removed"
  | "iterator-changed"
  | "waiter-added"
  | "waiter-removed"
  | "waiter-changed"
  | "member-added"
  | "member-removed"
  | "member-respelled"
  | "member-retyped"
  | "member-required"
  | "member-optional"
  | "type-renamed"
  | "style-changed"
  | "value-added"
  | "value-removed"
  | "value-respelled"
  | "values-unlisted"
  | "values-closed"
  | "values-opened"
  | "limit-added"
  | "limit-narrowed"
  | "limit-widened"
  | "limit-removed"
  | "default-changed"
  | "condition-added"
  | "condition-removed"
  | "error-added"
  | "error-removed"
  | "error-changed"
  | "text-changed";

/** One difference between two specs, and whom it concerns. */
export interface Change {
  readonly kind: ChangeKind;
  /** What a version number has to tell of it. */
  readonly level: Exclude<Level, "none">;
  /** Whose code may no longer compile, or be refused where it was not; empty where nobody's. */
  readonly breaks: readonly Audience[];
  /** `Shop 2020-01-02` */
  readonly product: string;
  /** The operation's name on the wire. Missing where it is about the product as a whole. */
  readonly operation?: string;
  readonly side?: "request" | "response" | "error";
  /** The member's path (`Items[].Name`), or the error's code. */
  readonly path?: string;
  /** What was said, in short; missing where nothing was. */
  readonly before?: string;
  /** What is said now; missing where nothing is. */
  readonly after?: string;
  /** What it means for whoever uses the package, as a sentence. */
  readonly why: string;
  /** The page's line that said it, and the one that says it now. */
  readonly oldLine?: number;
  readonly newLine?: number;
}

/** What a comparison finds of an operation: all but where it belongs. */
export type OperationChange = Omit<Change, "product" | "operation">;

const levels = ["none", "patch", "minor", "major"] as const;

/** What a version number has to tell of some changes: the gravest of them. */
export function verdictOf(changes: readonly Change[]): Level {
  return levels[Math.max(0, ...changes.map(({ level }) => levels.indexOf(level)))] ?? "none";
}
