import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Shape } from "../spec/operation.ts";

/** What a value is to those who use a package: several types of pages are one type in TypeScript. */
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

/** The type that a package gives a value. */
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

/** For each type of a response those that code for it can read as well. */
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

/** Whether code that reads an answer's type can read another one. */
export function isReadable(before: ValueType, after: ValueType): boolean {
  return before === after || reads[before].includes(after);
}

/** For each type of a request those whose values it takes as well. */
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

/** Whether values that were right for a request's type are right for another one. */
export function isTaken(before: ValueType, after: ValueType): boolean {
  return before === after || takes[after].includes(before);
}
