import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Span } from "../text/source.ts";
import { findInconsistencies, type Inconsistency } from "./find-inconsistencies.ts";
import { isScalarShape } from "./is-scalar-shape.ts";
import { mapLines } from "./map-lines.ts";
import { findAt, walkMembers } from "./member-path.ts";
import { errorEntry, member, operation as operationSchema } from "./operation-schema.ts";
import type { ErrorEntry, Member, Operation, Shape } from "./operation.ts";
import type { OverlayAction, OverlayTarget, Update } from "./overlay.ts";
import { showKeyPath } from "./show-key-path.ts";
import { suggest } from "./suggest.ts";

/** The place of an action in its file, and its reporter. */
interface ActionPlace {
  readonly span: Span;
  /** The range of the action's verb. */
  readonly change: Span;
  readonly report: Report;
}

/**
 * Applies one overlay action to an operation.
 *
 * An action is reported and ignored where it has no target, changes nothing, or makes the operation
 * invalid.
 */
export function applyOverlay(
  operation: Operation,
  action: OverlayAction,
  place: ActionPlace,
): Operation {
  const { target } = action;
  const changed = change(operation, action, place);
  if (changed === undefined) return operation;
  if (isUnchanged(operation, changed, action)) {
    place.report("overlay/no-change", place.span, { target: nameOf(target) });
    return operation;
  }
  if (staysPlain(operation, changed)) return changed;
  const reasons = [...findInconsistencies(changed)].map(describe);
  if (reasons.length === 0) {
    if (isPlain(changed)) plain.add(changed);
    return changed;
  }
  invalid(target, reasons, place);
  return operation;
}

/** Ignores line numbers, which are known only where a positions file exists. */
function isUnchanged(before: Operation, after: Operation, action: OverlayAction): boolean {
  // A different number of parts is a change, so the parts need no comparison.
  const lists = ["request", "response", "errors", "samples"] as const;
  if (lists.some((list) => before[list].length !== after[list].length)) return false;
  if (isDeepStrictEqual(before, after)) return true;
  if (namesLine(action)) return false;
  return isDeepStrictEqual(changedPart(before, after), changedPart(after, before));
}

/** The members and errors that differ from another operation's, without their lines. */
function changedPart(operation: Operation, other: Operation): Operation {
  const changedOf = <Item>(own: readonly Item[], others: readonly Item[]) =>
    own.filter((item, index) => item !== others[index]);
  const part = {
    ...operation,
    request: changedOf(operation.request, other.request),
    response: changedOf(operation.response, other.response),
    errors: changedOf(operation.errors, other.errors),
    samples: changedOf(operation.samples, other.samples),
  };
  return mapLines(part, () => 1);
}

/** Returns true if an action sets a line. */
function namesLine(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return "line" in value || Object.values(value).some(namesLine);
}

/** Consistent operations in which no part refers to another part. */
const plain = new WeakSet<Operation>();

function isPlain({ request, response, pagination, waiter }: Operation): boolean {
  if (pagination !== undefined || waiter !== undefined) return false;
  return [request, response].every((side) => !hasConditions(side));
}

function hasConditions(members: readonly Member[]): boolean {
  for (const { member } of walkMembers(members)) if (member?.conditions !== undefined) return true;
  return false;
}

/** Returns true if a change leaves a plain operation plain. Only checks the changed members. */
function staysPlain(before: Operation, changed: Operation): boolean {
  const { pagination, waiter } = changed;
  if (!plain.has(before) || pagination !== undefined || waiter !== undefined) return false;
  const [request, response] = [
    changedMembers(before.request, changed.request),
    changedMembers(before.response, changed.response),
  ];
  if (request === undefined || response === undefined) return false;
  const part = { ...changed, request, response };
  if (!isPlain(part) || [...findInconsistencies(part)].length > 0) return false;
  plain.add(changed);
  return true;
}

/** The members of a side that have changed; `undefined` where a name changes. */
function changedMembers(
  before: readonly Member[],
  after: readonly Member[],
): readonly Member[] | undefined {
  if (before === after) return [];
  const gone = after.length < before.length;
  const changed: Member[] = [];
  let at = 0;
  for (const member of after) {
    // After a removal, the remaining members are unchanged.
    if (gone) while (at < before.length && before[at] !== member) at += 1;
    if (before[at] !== member) changed.push(member);
    const earlier = before[at];
    if (earlier !== undefined && earlier.name !== member.name) return undefined;
    at += 1;
  }
  return changed;
}

function describe(found: Inconsistency): string {
  switch (found.kind) {
    case "duplicate":
      return `there are two members "${found.name}"`;
    case "unknown-member":
      return `a condition names "${found.path}", which is no member of the request`;
    case "unfit":
      return `${showKeyPath(found.at)}: ${found.reason}`;
  }
}

function change(
  operation: Operation,
  action: OverlayAction,
  place: ActionPlace,
): Operation | undefined {
  const { target } = action;
  if ("request" in target) {
    const request = changeMember(operation.request, target.request, action, place);
    return request && { ...operation, request };
  }
  if ("response" in target) {
    const response = changeMember(operation.response, target.response, action, place);
    return response && { ...operation, response };
  }
  if ("error" in target) {
    const errors = changeError(operation.errors, target.error, action, place);
    return errors && { ...operation, errors };
  }
  if (action.update === undefined) {
    invalid(target, ["an operation can only be updated"], place);
    return undefined;
  }
  const { request, response, errors, samples } = operation;
  const large = { request, response, errors, samples };
  if (Object.keys(large).some((key) => Object.hasOwn(action.update ?? {}, key))) {
    return validated(operationSchema, merge(operation, action.update), target, place);
  }
  // Unchanged parts need no validation.
  const small = { ...operation, request: [], response: [], errors: [], samples: [] };
  const updated = validated(operationSchema, merge(small, action.update), target, place);
  return updated && { ...updated, ...large };
}

function changeError(
  errors: readonly ErrorEntry[],
  code: string,
  action: OverlayAction,
  place: ActionPlace,
): readonly ErrorEntry[] | undefined {
  const { target, add, update } = action;
  const known = errors.map((error) => error.code);
  if (add !== undefined) {
    if (known.includes(code)) {
      alreadyThere(target, place);
      return undefined;
    }
    const added = validated(errorEntry, { code, ...add }, target, place);
    return added && [...errors, added];
  }
  if (!known.includes(code)) {
    noTarget(target, known, code, place);
    return undefined;
  }
  if (update === undefined) return errors.filter((error) => error.code !== code);
  const changed = errors.map((error) =>
    error.code === code ? validated(errorEntry, merge(error, update), target, place) : error,
  );
  return changed.includes(undefined) ? undefined : changed.filter((error) => error !== undefined);
}

function changeMember(
  members: readonly Member[],
  path: string,
  action: OverlayAction,
  place: ActionPlace,
): readonly Member[] | undefined {
  const { target, add, retype } = action;
  const dot = path.lastIndexOf(".");
  const parent = path.slice(0, Math.max(0, dot));
  const name = path.slice(dot + 1);
  if (add !== undefined) {
    if (memberAt(members, path) !== undefined) {
      alreadyThere(target, place);
      return undefined;
    }
    if (parent !== "" && findAt(members, parent)?.shape.type !== "object") {
      noTarget(target, pathsIn(members).parents, parent, place);
      return undefined;
    }
    const added = validated(member, { name, ...add }, target, place);
    return added && editMembers(members, parent, (siblings) => [...siblings, added]);
  }
  const found = memberAt(members, path);
  if (found === undefined) {
    noTarget(target, pathsIn(members).members, path, place);
    return undefined;
  }
  const wanted = retype ?? action.update;
  if (wanted === undefined) {
    return editMembers(members, parent, (siblings) => siblings.filter((one) => one.name !== name));
  }
  const updated = validated(
    member,
    merge(retype === undefined ? found : withoutType(found), wanted),
    target,
    place,
  );
  return (
    updated &&
    editMembers(members, parent, (siblings) =>
      siblings.map((sibling) => (sibling.name === name ? updated : sibling)),
    )
  );
}

function memberAt(members: readonly Member[], path: string): Member | undefined {
  return findAt(members, path)?.member;
}

/** The paths of a side's members, and of its objects. */
interface Paths {
  readonly members: readonly string[];
  readonly parents: readonly string[];
}

const paths = new WeakMap<readonly Member[], Paths>();

/** Lists the paths of each side once, because many actions may miss their target. */
function pathsIn(members: readonly Member[]): Paths {
  const known = paths.get(members);
  if (known !== undefined) return known;
  const entries = [...walkMembers(members)];
  const found = {
    members: entries.filter(({ member }) => member !== undefined).map(({ path }) => path),
    parents: entries.filter(({ shape }) => shape.type === "object").map(({ path }) => path),
  };
  paths.set(members, found);
  return found;
}

/** Keys of a member that do not depend on its type. */
const untyped = new Set([
  "name",
  "required",
  "line",
  "page",
  "placedBy",
  "deprecated",
  "filledBy",
  "idempotencyToken",
  "example",
  "description",
  "conditions",
]);

function withoutType(found: Member): object {
  return Object.fromEntries(Object.entries(found).filter(([key]) => untyped.has(key)));
}

/** Sets keys: objects are merged, and `null` removes a key. */
function merge(value: object, update: Update): object {
  const merged = new Map<string, unknown>(Object.entries(value));
  for (const [key, wanted] of Object.entries(update)) {
    const current = merged.get(key);
    if (wanted === null) merged.delete(key);
    else merged.set(key, isRecord(wanted) && isRecord(current) ? merge(current, wanted) : wanted);
  }
  return Object.fromEntries(merged);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function validated<T>(
  schema: z.ZodType<T>,
  value: unknown,
  target: OverlayTarget,
  place: ActionPlace,
): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${showKeyPath(path)}: ${message}`,
  );
  invalid(target, reasons, place);
  return undefined;
}

function invalid(
  target: OverlayTarget,
  reasons: readonly string[],
  { change, report }: ActionPlace,
): void {
  report("overlay/invalid-result", change, { target: nameOf(target), reason: reasons.join("; ") });
}

function alreadyThere(target: OverlayTarget, { span, report }: ActionPlace): void {
  report("overlay/already-there", span, { target: nameOf(target) });
}

/** Maximum number of suggestions; each one compares all names. */
const MOST_SUGGESTIONS = 500;

const misses = new WeakMap<readonly string[], number>();

function noTarget(
  target: OverlayTarget,
  known: readonly string[],
  wanted: string,
  { span, report }: ActionPlace,
): void {
  const asked = misses.get(known) ?? 0;
  misses.set(known, asked + 1);
  const near = asked < MOST_SUGGESTIONS ? suggest(wanted, known) : undefined;
  const list = known.length > 12 ? [...known.slice(0, 12), "…"] : known;
  const text = near === undefined ? list.join(", ") : `${near} (the nearest)`;
  report("overlay/no-target", span, { target: nameOf(target), known: text });
}

function nameOf(target: OverlayTarget): string {
  if ("request" in target) return `${target.operation} request ${target.request}`;
  if ("response" in target) return `${target.operation} response ${target.response}`;
  if ("error" in target) return `${target.operation} error ${target.error}`;
  return target.operation;
}

/** A change to the members of one object. */
type Edit = (members: readonly Member[]) => readonly Member[];

/**
 * Edits the members of one object in a member tree.
 *
 * `at` is the object's path: empty for the outermost members, `PortRanges[]` for those of a list's items.
 * Other members keep their identity.
 */
function editMembers(
  members: readonly Member[],
  at: string,
  edit: Edit,
  path = "",
): readonly Member[] {
  const inner = members.map((member) => {
    const inside = path === "" ? member.name : `${path}.${member.name}`;
    return at.startsWith(inside) ? { ...member, ...editShape(member, at, edit, inside) } : member;
  });
  return path === at ? edit(inner) : inner;
}

function editShape(shape: Shape, at: string, edit: Edit, path: string): Shape {
  if (isScalarShape(shape)) return shape;
  switch (shape.type) {
    case "array":
      return { ...shape, items: editShape(shape.items, at, edit, `${path}[]`) };
    case "map":
      return { ...shape, values: editShape(shape.values, at, edit, `${path}{}`) };
    case "object":
      return { ...shape, members: editMembers(shape.members, at, edit, path) };
  }
}
