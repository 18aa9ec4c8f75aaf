import { scalarTypes, type ScalarShape, type Shape } from "./operation.ts";

const types: ReadonlySet<string> = new Set(scalarTypes);

/** Whether a shape is a single value: what is left are lists, objects and maps. */
export function isScalarShape(shape: Shape): shape is ScalarShape {
  return types.has(shape.type);
}
