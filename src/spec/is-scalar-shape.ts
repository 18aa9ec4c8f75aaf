import { scalarTypes, type ScalarShape, type Shape } from "./operation.ts";

const types: ReadonlySet<string> = new Set(scalarTypes);

/** Returns true for a single value, and false for a list, an object or a map. */
export function isScalarShape(shape: Shape): shape is ScalarShape {
  return types.has(shape.type);
}
