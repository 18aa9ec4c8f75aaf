import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { deriveParameter } from "../derive/rows/derive-parameter.ts";
import { readText } from "../markdown/read-prose.ts";
import type { ErrorRow, Page, ParameterRow } from "../page/page.ts";
import type { AppliedAction } from "../spec/apply-overlays.ts";
import { walkMembers } from "../spec/member-path.ts";
import type { ErrorEntry, Member, Operation } from "../spec/operation.ts";
import type { OverlayTarget } from "../spec/overlay.ts";
import { locate, type Span } from "../text/source.ts";
import { explainMember } from "./explain-member.ts";
import { explainPlacement } from "./explain-placement.ts";
import type {
  ExplainedFact,
  ExplainedOverlay,
  Explanation,
  Place,
  SubjectKind,
} from "./explanation.ts";
import { findErrorRow, findRow } from "../page/find-row.ts";

/** A part of an operation to explain. */
export interface FoundSubject {
  readonly kind: SubjectKind;
  /** The member's path or the error's code; empty for the operation itself. */
  readonly path: string;
}

/** An operation with its page and its overlays. */
export interface OperationContext {
  /** The operation with overlays applied. */
  readonly operation: Operation;
  /** The operation as derived from the page, without overlays. */
  readonly stated: Operation;
  readonly page: Page;
  /** The page's file, absolute. */
  readonly file: string;
  /** Opens another page that contributed to the operation; returns `undefined` where it cannot be read. */
  readonly openPage: (path: string) => Pick<OperationContext, "page" | "file"> | undefined;
  /** The overlay actions applied to this operation, in order. */
  readonly applied: readonly AppliedAction[];
  /** The folder of the overlays, absolute. */
  readonly overlays: string;
}

/** Explains a part of an operation, except for the generated code. */
export function describeSubject(
  subject: FoundSubject,
  context: OperationContext,
): Omit<Explanation, "code"> {
  const { operation } = context;
  const { product, version, action } = operation;
  const corrections = context.applied.filter(({ action: one }) => concerns(one.target, subject));
  const overlays = corrections.map((one) => explainOverlay(one, context));
  const base = { ...subject, product, version, operation: action, overlays };
  switch (subject.kind) {
    case "operation":
      return {
        ...base,
        ...rowAt(context, context.page.title?.span),
        facts: factsOfOperation(context),
      };
    case "error": {
      const entry = (from: Operation) => from.errors.filter(({ code }) => code === subject.path);
      const [first] = entry(context.stated);
      const own = { ...context, ...pageOf(first, context) };
      const row = first && errorRowOf(own.page, first);
      return {
        ...base,
        ...rowAt(own, row?.span),
        ...(first !== undefined && row === undefined ? unknownRow : {}),
        facts: entry(operation).flatMap((one) => factsOfError(one, own)),
      };
    }
    case "request":
    case "response": {
      const member = memberAt(operation[subject.kind], subject.path);
      const stated = memberAt(context.stated[subject.kind], subject.path);
      const { page, file } = pageOf(stated, context);
      const row = rowOf(page, context.stated[subject.kind], subject.path);
      const correctionOf = (key: string) => {
        const found = corrections.findLast(({ action: one }) => sets(one, key, subject.path));
        return found && explainOverlay(found, context);
      };
      const evidence = row && stated && explainPlacement(stated, page, row);
      return {
        ...base,
        ...rowAt({ ...context, page, file }, row?.span),
        ...(stated !== undefined && row === undefined ? unknownRow : {}),
        ...(evidence === undefined ? {} : { evidence }),
        facts:
          member === undefined
            ? []
            : explainMember({ side: subject.kind, member, stated, page, row, file, correctionOf }),
      };
    }
  }
}

const unknownRow = { rowIsUnknown: true } as const;

/** The row of a member; `undefined` where the page has changed and the line no longer documents it. */
function rowOf(page: Page, members: readonly Member[], path: string): ParameterRow | undefined {
  const line = memberAt(members, path)?.line;
  const row = line === undefined ? undefined : findRow(page, line);
  const written = row && deriveParameter(page.source, row, () => undefined)?.segments;
  // A member without a row has the row of the first member inside it, or of the one around it.
  const names = [...walkMembers(members)].flatMap((entry) => {
    const isNear =
      entry.path === path ||
      isInside(entry.path, path) ||
      (isInside(path, entry.path) && entry.member?.line === line);
    return isNear && entry.member !== undefined ? entry.member.name : [];
  });
  return names.includes(written?.at(-1)?.name ?? "") ? row : undefined;
}

function errorRowOf(page: Page, { code, line }: ErrorEntry): ErrorRow | undefined {
  const row = line === undefined ? undefined : findErrorRow(page, line);
  return row !== undefined && readText(row.key) === code ? row : undefined;
}

/** The page that documents a member or an error. */
function pageOf(
  stated: { readonly page?: string } | undefined,
  { page, file, openPage }: OperationContext,
): Pick<OperationContext, "page" | "file"> {
  const other = stated?.page === undefined ? undefined : openPage(stated.page);
  return other ?? { page, file };
}

/** Returns true if an overlay action targets a subject, its parent or its content. */
function concerns(target: OverlayTarget, { kind, path }: FoundSubject): boolean {
  if ("error" in target) return kind === "error" && target.error === path;
  const [side, wanted] =
    "request" in target
      ? ["request", target.request]
      : "response" in target
        ? ["response", target.response]
        : ["operation", ""];
  if (side === "operation") return kind === "operation";
  if (kind !== side) return false;
  return wanted === path || isInside(path, wanted) || isInside(wanted, path);
}

function isInside(path: string, around: string): boolean {
  return path.startsWith(around) && /^(?:\.|\[\]|\{\})/.test(path.slice(around.length));
}

/** Returns true if an overlay action sets a key of a member. */
function sets({ target, ...change }: AppliedAction["action"], key: string, path: string): boolean {
  const own = "request" in target ? target.request : "response" in target ? target.response : "";
  if (own !== path) return isInside(path, own);
  return (
    change.update === undefined ||
    key === "type" ||
    key in change.update ||
    "items" in change.update
  );
}

function explainOverlay(
  { action, source, span }: AppliedAction,
  { overlays }: OperationContext,
): ExplainedOverlay {
  const changes = ["update", "retype", "add", "remove"] as const;
  return {
    place: {
      path: join(overlays, source.path.slice(source.path.lastIndexOf("/") + 1)),
      ...locate(source, span.start),
    },
    change: changes.find((one) => action[one] !== undefined) ?? "update",
    because: action.because,
  };
}

function rowAt({ page, file }: OperationContext, span: Span | undefined): Pick<Explanation, "row"> {
  if (span === undefined) return {};
  const { source } = page;
  const end = locate(source, span.end);
  const row = {
    path: file,
    ...locate(source, span.start),
    text: source.text.slice(span.start, span.end).trimEnd(),
    endLine: end.line,
  };
  return { row };
}

function memberAt(members: readonly Member[], path: string): Member | undefined {
  for (const entry of walkMembers(members)) if (entry.path === path) return entry.member;
  return undefined;
}

function factsOfOperation({
  operation,
  stated,
  page,
  file,
  applied,
  ...context
}: OperationContext): ExplainedFact[] {
  const place = (span: Span | undefined): { readonly place?: Place } =>
    span === undefined ? {} : { place: { path: file, ...locate(page.source, span.start) } };
  const corrected = (key: OperationKey): ExplainedFact[] => {
    if (isDeepStrictEqual(operation[key], stated[key])) return [];
    const found = applied.findLast(({ action: { update = {} } }) => key in update);
    if (found === undefined) return [];
    const { place: at, because } = explainOverlay(found, {
      operation,
      stated,
      page,
      file,
      applied,
      ...context,
    });
    return [{ key, value: show(operation[key]), from: "overlay", place: at, text: because }];
  };
  const { summary, readOnly } = operation;
  return [
    ...(corrected("summary").length > 0 || summary === undefined
      ? corrected("summary")
      : [
          {
            key: "summary",
            value: summary,
            from: "sentence" as const,
            ...place(page.summary?.span),
            text: page.summary?.text ?? "",
          },
        ]),
    ...(corrected("readOnly").length > 0 || readOnly === undefined
      ? corrected("readOnly")
      : [
          {
            key: "readOnly",
            value: String(readOnly),
            from: "inference" as const,
            text: "the operation's name begins with a word for reading",
          },
        ]),
    ...companionKeys.flatMap((key): ExplainedFact[] => {
      const value = operation[key];
      const found = corrected(key);
      if (found.length > 0 || value === undefined) return found;
      const text = companionReasons[key];
      return [{ key, value: show(value), from: "inference", text }];
    }),
  ];
}

/** Facts about an operation as a whole. */
type OperationKey = "summary" | "readOnly" | (typeof companionKeys)[number];

const companionKeys = ["deprecated", "asynchronous", "pagination", "waiter"] as const;

const companionReasons: Readonly<Record<(typeof companionKeys)[number], string>> = {
  deprecated: "the notes of the page say so",
  asynchronous: "the notes of the page say so",
  pagination: "request and answer have the members that page, and one list",
  waiter: "the documented values are states, some of which something leaves by itself",
};

function show(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function factsOfError(
  entry: ErrorEntry,
  { page, file, stated, applied, ...context }: OperationContext,
): ExplainedFact[] {
  const { code, status, message, meaning, line } = entry;
  const row = errorRowOf(page, entry);
  const columns = { status, message, description: meaning };
  const same =
    stated.errors.find((one) => isDeepStrictEqual(one, entry)) ??
    stated.errors.find((one) => one.code === code && one.line === line);
  return Object.entries(columns).flatMap(([column, value]): ExplainedFact[] => {
    if (value === undefined) return [];
    const key = column === "description" ? "meaning" : column;
    const earlier = same?.[key as "status" | "message" | "meaning"];
    const cell = row?.cells.get(column as "status" | "message" | "description");
    if (earlier === value && cell !== undefined) {
      return [
        {
          key,
          value: String(value),
          from: "cell",
          place: { path: file, ...locate(page.source, cell.span.start) },
          text: cell.text,
        },
      ];
    }
    const found = applied.findLast(
      ({ action }) => "error" in action.target && action.target.error === code,
    );
    if (found === undefined) {
      const text = row === undefined ? "its row is unknown" : "the table has no cell for it";
      return [{ key, value: String(value), from: "inference", text }];
    }
    const { place, because } = explainOverlay(found, { page, file, stated, applied, ...context });
    return [{ key, value: String(value), from: "overlay", place, text: because }];
  });
}
