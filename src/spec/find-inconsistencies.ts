import { isScalarShape } from "./is-scalar-shape.ts";
import { walkMembers } from "./member-path.ts";
import type { Member, Operation, ScalarShape, ScalarValue, Shape } from "./operation.ts";
import type { KeyPath } from "./show-key-path.ts";

/** A contradiction between two parts of an operation that are valid on their own. */
export type Inconsistency =
  /** Two members of one object have the same name. */
  | {
      readonly kind: "duplicate";
      readonly at: KeyPath;
      readonly first: KeyPath;
      readonly name: string;
    }
  /** A condition refers to an unknown request member. */
  | { readonly kind: "unknown-member"; readonly at: KeyPath; readonly path: string }
  | { readonly kind: "unfit"; readonly at: KeyPath; readonly reason: string };

/** Finds contradictions that the schema cannot express. */
export function* findInconsistencies(operation: Operation): Generator<Inconsistency> {
  const { request, response } = operation;
  const paths = new Set([...walkMembers(request)].map(({ path }) => path));
  yield* inMembers(request, ["request"], paths);
  yield* inMembers(response, ["response"]);
  yield* inPagination(operation);
  yield* inWaiter(operation);
}

function* inPagination({ pagination, request, response }: Operation): Generator<Inconsistency> {
  if (pagination === undefined) return;
  const names = new Set(request.map(({ name }) => name));
  const at = (key: string) => ["pagination", key];
  const { size } = pagination;
  const [asked, told] =
    pagination.kind === "number"
      ? [{ page: pagination.page, size }, { total: pagination.total }]
      : [
          { token: pagination.token, size },
          { next: pagination.next, more: pagination.more },
        ];
  for (const [key, name] of Object.entries(asked)) {
    if (name === undefined || names.has(name)) continue;
    yield { kind: "unfit", at: at(key), reason: `"${name}" is no member of the request` };
  }
  for (const [key, path] of Object.entries(told)) {
    const found = path === undefined ? undefined : typeAt(response, path);
    if (path === undefined || (found !== undefined && isScalarShape(found))) continue;
    yield { kind: "unfit", at: at(key), reason: `"${path}" is no single value in the response` };
  }
  if (typeAt(response, pagination.items)?.type !== "array") {
    const reason = `"${pagination.items}" is no list in the response`;
    yield { kind: "unfit", at: at("items"), reason };
  }
}

function* inWaiter({ waiter, response }: Operation): Generator<Inconsistency> {
  if (waiter === undefined) return;
  const found = typeAt(response, waiter.state);
  if (found !== undefined && isScalarShape(found)) return;
  const reason = `"${waiter.state}" is no single value in the response`;
  yield { kind: "unfit", at: ["waiter", "state"], reason };
}

/** The shape at a path through objects. */
function typeAt(members: readonly Member[], path: string): Shape | undefined {
  return [...walkMembers(members)].find((entry) => entry.path === path)?.shape;
}

/** Checks members. `paths` are the members that conditions can refer to; without it, conditions are ignored. */
function* inMembers(
  members: readonly Member[],
  path: KeyPath,
  paths?: ReadonlySet<string>,
): Generator<Inconsistency> {
  const first = new Map<string, number>();
  for (const [index, member] of members.entries()) {
    const at = [...path, index];
    const earlier = first.get(member.name);
    if (earlier === undefined) first.set(member.name, index);
    else yield { kind: "duplicate", at, first: [...path, earlier], name: member.name };
    if (member.filledBy !== undefined && !isFillable(member, path)) {
      const reason = "the client fills in texts only, and only the outermost members";
      yield { kind: "unfit", at: [...at, "filledBy"], reason };
    }
    for (const named of namedByConditions(member)) {
      if (paths === undefined || paths.has(named.path)) continue;
      yield { kind: "unknown-member", at: [...at, "conditions", ...named.at], path: named.path };
    }
    yield* inShape(member, at, paths);
  }
}

function isFillable({ type }: Member, path: KeyPath): boolean {
  return path.length === 1 && (type === "string" || type === "any");
}

function* namedByConditions({ conditions = [] }: Member): Generator<{ at: KeyPath; path: string }> {
  for (const [index, condition] of conditions.entries()) {
    const { when } = condition;
    if (when !== undefined) yield { at: [index, "when", "member"], path: when.member };
    if (condition.kind === "equals") yield { at: [index, "to"], path: condition.to };
  }
}

function* inShape(
  shape: Shape,
  path: KeyPath,
  paths: ReadonlySet<string> | undefined,
): Generator<Inconsistency> {
  if (isScalarShape(shape)) {
    yield* inValues(shape, path);
    return;
  }
  switch (shape.type) {
    case "array":
      if (shape.style === "comma" && !isScalarShape(shape.items)) yield unjoinable(path);
      yield* inShape(shape.items, [...path, "items"], paths);
      return;
    case "map":
      if (shape.style === "comma") yield unjoinable(path);
      yield* inShape(shape.values, [...path, "values"], paths);
      return;
    case "object":
      if (shape.style === "comma") yield unjoinable(path);
      yield* inMembers(shape.members, [...path, "members"], paths);
      return;
  }
}

function unjoinable(path: KeyPath): Inconsistency {
  const reason = "only a list of single values can be joined by commas";
  return { kind: "unfit", at: [...path, "style"], reason };
}

/** Checks that the default and the documented values match the member's type. */
function* inValues(shape: ScalarShape, path: KeyPath): Generator<Inconsistency> {
  const stated = [
    { at: [...path, "default", "value"], value: shape.default?.value },
    ...(shape.enum?.values ?? []).map(({ value }, index) => ({
      at: [...path, "enum", "values", index, "value"],
      value,
    })),
  ];
  for (const { at, value } of stated) {
    if (value === undefined || isOfType(value, shape)) continue;
    yield {
      kind: "unfit",
      at,
      reason: `${JSON.stringify(value)} is not of the type ${shape.type}`,
    };
  }
}

function isOfType(value: ScalarValue, { type }: ScalarShape): boolean {
  switch (type) {
    case "string":
      return typeof value === "string";
    case "integer":
      return Number.isInteger(value);
    case "long":
      return Number.isInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value));
    case "float":
    case "double":
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "any":
      return true;
  }
}
