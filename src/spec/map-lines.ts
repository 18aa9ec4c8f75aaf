import { isScalarShape } from "./is-scalar-shape.ts";
import type {
  Bounds,
  Constraints,
  Line,
  Member,
  Operation,
  ScalarShape,
  Shape,
} from "./operation.ts";

/**
 * Returns the line of a fact, or `undefined` to leave the fact unchanged.
 *
 * @param part The part of the operation: `request PortRanges[].FromPort`, `error NoSuchThing`, `sample
 * json`.
 * @param fact The fact about that part: `default`, `enum tcp`; `line` for the row of the part itself.
 */
export type LineOf = (part: string, fact: string, line: Line | undefined) => Line | undefined;

/**
 * Returns an operation with other lines. Calls `lineOf` for every fact that can have a line, in spec
 * order.
 *
 * Names of parts and facts are unique: the second `error NoSuchThing` is `error NoSuchThing #2`.
 */
export function mapLines(operation: Operation, lineOf: LineOf): Operation {
  const { deprecated, asynchronous, waiter, request, response, errors, samples } = operation;
  const nameOf = countNames();
  const own = <T extends Placed>(key: string, value: T | undefined) =>
    value === undefined ? {} : { [key]: place(value, lineOf(nameOf(key), "line", value.line)) };
  const members = (side: string, list: readonly Member[]) =>
    mapMembers(list, "", (path) => openPart(nameOf(`${side} ${path}`), lineOf));
  return {
    ...operation,
    ...own("deprecated", deprecated),
    ...own("asynchronous", asynchronous),
    ...own("waiter", waiter),
    request: members("request", request),
    response: members("response", response),
    errors: errors.map((one) => place(one, lineOf(nameOf(`error ${one.code}`), "line", one.line))),
    samples: samples.map((one) =>
      place(one, lineOf(nameOf(`sample ${one.kind}`), "line", one.line)),
    ),
  };
}

interface Placed {
  readonly line?: Line;
}

/** Sets the line of a fact of one part. */
type PlaceFact = <T extends Placed>(fact: string, value: T) => T;

function place<T extends Placed>(value: T, line: Line | undefined): T {
  return line === undefined ? value : { ...value, line };
}

function openPart(part: string, lineOf: LineOf): PlaceFact {
  const nameOf = countNames();
  return (fact, value) => place(value, lineOf(part, nameOf(fact), value.line));
}

/** Returns a name unchanged the first time, and with a number afterwards. */
function countNames(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    for (;;) {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      if (count === 1) return name;
      const numbered = `${name} #${count}`;
      if (!counts.has(numbered)) {
        counts.set(numbered, 1);
        return numbered;
      }
    }
  };
}

type OpenPart = (path: string) => PlaceFact;

function mapMembers(members: readonly Member[], parent: string, open: OpenPart): Member[] {
  return members.map((member) => {
    const path = parent === "" ? member.name : `${parent}.${member.name}`;
    const at = open(path);
    const { deprecated, idempotencyToken, conditions } = member;
    const facts = {
      ...at("line", member),
      ...(deprecated === undefined ? {} : { deprecated: at("deprecated", deprecated) }),
      ...(idempotencyToken === undefined
        ? {}
        : { idempotencyToken: at("idempotencyToken", idempotencyToken) }),
      ...(conditions === undefined
        ? {}
        : { conditions: conditions.map((one) => at(one.kind, one)) }),
    };
    return { ...facts, ...mapShape(facts, path, at, open) };
  });
}

/** Sets the lines of a shape's facts and of its content. */
function mapShape(shape: Shape, path: string, at: PlaceFact, open: OpenPart): Shape {
  if (isScalarShape(shape)) return mapScalar(shape, at);
  switch (shape.type) {
    case "array":
      return {
        ...shape,
        ...(shape.count === undefined ? {} : { count: at("count", shape.count) }),
        items: mapShape(shape.items, `${path}[]`, open(`${path}[]`), open),
      };
    case "map":
      return { ...shape, values: mapShape(shape.values, `${path}{}`, open(`${path}{}`), open) };
    case "object":
      return { ...shape, members: mapMembers(shape.members, path, open) };
  }
}

function mapScalar(shape: ScalarShape, at: PlaceFact): ScalarShape {
  const { default: fallback, enum: values, unit, pattern } = shape;
  const bounds = (key: keyof Constraints, value: Bounds | undefined) =>
    value === undefined ? {} : { [key]: at(key, value) };
  return {
    ...shape,
    ...(fallback === undefined ? {} : { default: at("default", fallback) }),
    ...(values === undefined
      ? {}
      : {
          enum: {
            ...values,
            values: values.values.map((one) => at(`enum ${String(one.value)}`, one)),
          },
        }),
    ...bounds("length", shape.length),
    ...bounds("range", shape.range),
    ...(unit === undefined ? {} : { unit: at("unit", unit) }),
    ...bounds("count", shape.count),
    ...(pattern === undefined ? {} : { pattern: at("pattern", pattern) }),
  };
}
