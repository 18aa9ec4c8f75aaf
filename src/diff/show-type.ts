import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Shape } from "../spec/operation.ts";

/** A type in words: `array of integer`. */
export function showType(shape: Shape): string {
  if (isScalarShape(shape))
    return shape.format === undefined ? shape.type : `${shape.type} (${shape.format})`;
  switch (shape.type) {
    case "array":
      return `array of ${showType(shape.items)}`;
    case "map":
      return `map of ${showType(shape.values)}`;
    case "object":
      return "object";
  }
}
