import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { ScalarShape, Shape } from "../spec/operation.ts";

/** The shape of a member's values: of a list, that of its items; nothing where they have members. */
export function scalarOf(shape: Shape): ScalarShape | undefined {
  if (isScalarShape(shape)) return shape;
  switch (shape.type) {
    case "array":
      return scalarOf(shape.items);
    case "map":
    case "object":
      return undefined;
  }
}
