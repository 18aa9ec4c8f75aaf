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
