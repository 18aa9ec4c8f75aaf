import type { ScalarShape } from "../spec/operation.ts";

/** The values that a page lists, as texts; none where it lists none. */
export function valuesOf(shape: ScalarShape): string[] {
  return shape.enum?.values.map(({ value }) => String(value)) ?? [];
}
