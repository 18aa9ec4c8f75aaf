import { compareOperations, type OperationChange } from "../diff/compare-operations.ts";
import type { ChangeKind } from "../diff/change.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Operation } from "../spec/operation.ts";
import type { Source, Span } from "../text/source.ts";
import { contradiction } from "./contradiction.ts";

/** One of the pages of an operation. */
export interface PageVersion {
  readonly source: Source;
  readonly operation: Operation;
  /** The lines of rows that state a type. */
  readonly typed: ReadonlySet<number>;
}

/** Changes whose two sides cannot both be right; what one page merely leaves out contradicts nothing. */
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

/** Two pages of one operation, in two languages or of two dates, against each other. */
export function checkVersions(old: PageVersion, now: PageVersion): Diagnostic[] {
  return compareOperations(old.operation, now.operation).flatMap((change) =>
    isExclusive(change) && isStated(change, old, now) ? report(change, old.source, now.source) : [],
  );
}

/** Whether both pages state a type that differs: where a cell is empty, the samples have settled it. */
function isStated(
  { kind, oldLine, newLine }: OperationChange,
  old: PageVersion,
  now: PageVersion,
): boolean {
  if (kind !== "member-retyped") return true;
  return old.typed.has(oldLine ?? 0) && now.typed.has(newLine ?? 0);
}

function isExclusive({ kind, side, before, after }: OperationChange): boolean {
  if (!exclusive.has(kind) || before === undefined || after === undefined) return false;
  // A page that does not say what is in something, or of what type, contradicts none that does.
  const [one, other] = [before, after].map(withoutFormat);
  if (
    (one === other && kind !== "member-respelled") ||
    [before, after].some((type) => /\bany$/.test(type))
  )
    return false;
  if (kind === "limit-narrowed" || kind === "limit-widened") return disagree(before, after);
  // What is always in an answer is read from samples, and one sample may show less than another.
  if (side === "response") return kind === "member-retyped" || kind === "member-respelled";
  return true;
}

/** A type or value as it is said: one page may name the form of a text, and another its letter case. */
function withoutFormat(text: string): string {
  return text.replace(/ \([\w-]+\)$/, "").toLowerCase();
}

/** Whether two limits have different ends; an end that only one of them has is no contradiction. */
function disagree(before: string, after: string): boolean {
  if (before.startsWith("pattern ")) return false;
  const [old, now] = [endsOf(before), endsOf(after)];
  return (["min", "max"] as const).some((end) => {
    return old[end] !== undefined && now[end] !== undefined && old[end] !== now[end];
  });
}

function endsOf(limit: string): {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
} {
  const [, from, to] = /(-?[\d.]+) to (-?[\d.]+)/.exec(limit) ?? [];
  if (from !== undefined) return { min: from, max: to };
  const [, word, end] = /(at most|at least) (-?[\d.]+)/.exec(limit) ?? [];
  return word === "at most" ? { max: end } : word === "at least" ? { min: end } : {};
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
