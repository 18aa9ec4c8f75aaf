import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { ChangeKind, OperationChange } from "../diff/change.ts";
import { compareFacts } from "../diff/compare-operations.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { Bounds, Constraints, Member, Operation, Shape } from "../spec/operation.ts";
import type { Source, Span } from "../text/source.ts";
import { contradiction } from "./linted-page.ts";

/** One of the pages of an operation. */
export interface PageVersion {
  readonly source: Source;
  readonly operation: Operation;
  /** The lines of rows with a type. */
  readonly typed: ReadonlySet<number>;
}

/**
 * Kinds of change whose sides cannot both be right. A fact missing on one page is no contradiction.
 */
const exclusive: ReadonlySet<ChangeKind> = new Set([
  "member-retyped",
  "member-respelled",
  "member-required",
  "member-optional",
  "default-changed",
  "limit-narrowed",
  "limit-widened",
  "error-changed",
]);

/** Compares two pages of one operation, in two languages or of two dates. */
export function checkVersions(old: PageVersion, now: PageVersion): Diagnostic[] {
  return compareFacts(old.operation, now.operation).flatMap((change) =>
    isExclusive(change, old, now) ? report(change, old.source, now.source) : [],
  );
}

/** True if the sides of a change cannot both be right. */
function isExclusive(change: OperationChange, old: PageVersion, now: PageVersion): boolean {
  const { kind, side, before, after, oldLine = 0, newLine = 0 } = change;
  if (!exclusive.has(kind) || before === undefined || after === undefined) return false;
  switch (kind) {
    case "member-respelled":
      return true;
    case "limit-narrowed":
    case "limit-widened":
      return limits.some((key) => disagree(boundsOf(change, old, key), boundsOf(change, now, key)));
    case "member-retyped": {
      // A page without a type contradicts no type.
      const isOpen = [before, after].some((type) => /\bany$/.test(type));
      return (
        !isOpen &&
        baseOf(before) !== baseOf(after) &&
        old.typed.has(oldLine) &&
        now.typed.has(newLine)
      );
    }
    default:
      // Required members of a response come from samples, and one sample may show fewer than
      // another.
      return side !== "response" && before.toLowerCase() !== after.toLowerCase();
  }
}

/** Returns a type without its string format, which may be missing on one page. */
function baseOf(type: string): string {
  return type.replace(/ \([\w-]+\)$/, "");
}

const limits = ["length", "range", "count"] as const;

/** Returns the bounds on one page of the member that a change is about. */
function boundsOf(
  { side, path }: OperationChange,
  { operation }: PageVersion,
  key: (typeof limits)[number],
): Bounds | undefined {
  if (side !== "request" && side !== "response") return undefined;
  const members = operation[side];
  const shapes = shapesOf.get(members) ?? indexShapes(members);
  shapesOf.set(members, shapes);
  const found = shapes.get(path ?? "");
  return found === undefined ? undefined : (found as Constraints)[key];
}

/** The shapes by path, cached for each page. */
const shapesOf = new WeakMap<readonly Member[], ReadonlyMap<string, Shape>>();

function indexShapes(members: readonly Member[]): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const { path, shape } of walkMembers(members)) {
    if (!shapes.has(path)) shapes.set(path, shape);
  }
  return shapes;
}

/** True if two bounds differ in an end that both have. */
function disagree(old: Bounds = {}, now: Bounds = {}): boolean {
  return (["min", "max"] as const).some((end) => {
    return old[end] !== undefined && now[end] !== undefined && old[end] !== now[end];
  });
}

function report(change: OperationChange, old: Source, now: Source): Diagnostic[] {
  const { side, path, before = "", after = "", oldLine, newLine } = change;
  if (oldLine === undefined || newLine === undefined) return [];
  const place = (
    source: Source,
    line: number,
  ): { readonly source: Source; readonly span: Span } => {
    const start = source.lineStarts[line - 1] ?? 0;
    const end = Math.max(start, (source.lineStarts[line] ?? source.text.length + 1) - 1);
    return { source, span: { start, end } };
  };
  const parameters = {
    subject: `the ${side ?? ""} ${path ?? ""}`,
    before,
    after,
    page: old.path,
  };
  const related: RelatedPlace[] = [{ ...place(old, oldLine), message: before }];
  return contradiction("lint/pages-disagree", parameters, place(now, newLine), related);
}
