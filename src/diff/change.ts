/** The required change of a version number (https://semver.org); `none` means no change. */
export type Level = "none" | "patch" | "minor" | "major";

/** The code that a change breaks: code that makes requests, or code that reads responses. */
export type Audience = "callers" | "readers";

/** All kinds of change. */
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

/** One difference between two specs, and the code it affects. */
export interface Change {
  readonly kind: ChangeKind;
  /** The required change of the version number. */
  readonly level: Exclude<Level, "none">;
  /** The code that may fail to compile or be rejected; empty if the change breaks none. */
  readonly breaks: readonly Audience[];
  /** `Shop 2020-01-02` */
  readonly product: string;
  /** The operation's wire name. Missing for a change of the whole product. */
  readonly operation?: string;
  readonly side?: "request" | "response" | "error";
  /** The member's path (`Items[].Name`), or the error's code. */
  readonly path?: string;
  /** The old value, shortened; missing if the old spec has none. */
  readonly before?: string;
  /** The new value, shortened; missing if the new spec has none. */
  readonly after?: string;
  /** The consequence for users of the package, as a sentence. */
  readonly why: string;
  /** The lines of the old page and the new page. */
  readonly oldLine?: number;
  readonly newLine?: number;
}

/** A change of an operation, without its product and operation. */
export type OperationChange = Omit<Change, "product" | "operation">;

const levels = ["none", "patch", "minor", "major"] as const;

/** Returns the most severe level of the changes. */
export function verdictOf(changes: readonly Change[]): Level {
  return levels[Math.max(0, ...changes.map(({ level }) => levels.indexOf(level)))] ?? "none";
}
