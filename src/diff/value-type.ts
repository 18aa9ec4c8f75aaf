import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Shape } from "../spec/operation.ts";

/** The type of a value for users of a package. Several types of pages map to one TypeScript type. */
export type ValueType =
  | "text"
  | "time"
  | "integer"
  | "long"
  | "number"
  | "boolean"
  | "unknown"
  | "list"
  | "map"
  | "object";

/** Returns the type that a package gives a value. */
export function valueType(shape: Shape): ValueType {
  if (!isScalarShape(shape)) {
    if (shape.type === "array") return "list";
    return shape.type === "object" && shape.members.length === 0 ? "unknown" : shape.type;
  }
  switch (shape.type) {
    case "string":
      return shape.format === "date-time" ? "time" : "text";
    case "integer":
    case "long":
    case "boolean":
      return shape.type;
    case "float":
    case "double":
    case "number":
      return "number";
    case "any":
      return "unknown";
  }
}

/** For each response type, the types that code for it can also read. */
const reads: Readonly<Record<ValueType, readonly ValueType[]>> = {
  text: ["time"],
  time: ["text"],
  integer: ["number"],
  long: ["integer", "number", "text", "time"],
  number: ["integer"],
  boolean: [],
  unknown: ["text", "time", "integer", "long", "number", "boolean", "list", "map", "object"],
  list: [],
  map: [],
  object: [],
};

/** True if code that reads one response type can read another. */
export function isReadable(before: ValueType, after: ValueType): boolean {
  return before === after || reads[before].includes(after);
}

/** For each request type, the types whose values it also accepts. */
const takes: Readonly<Record<ValueType, readonly ValueType[]>> = {
  text: [],
  time: ["text"],
  integer: [],
  long: ["integer"],
  number: ["integer"],
  boolean: [],
  unknown: ["text", "time", "integer", "long", "number", "boolean", "list", "map", "object"],
  list: [],
  map: [],
  object: [],
};

/** True if values of one request type are valid for another. */
export function isTaken(before: ValueType, after: ValueType): boolean {
  return before === after || takes[after].includes(before);
}
