import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Bounds, Condition, Shape } from "../spec/operation.ts";

/** Describes bounds: `2 to 40`, `at most 9`. */
export function showBounds({ min, max }: Bounds): string {
  if (min === undefined) return max === undefined ? "any" : `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `${min}` : `${min} to ${max}`;
}

/** Describes a condition: `only when Kind is Open`. */
export function showCondition(condition: Omit<Condition, "line">): string {
  const { kind, when, to } = condition as Omit<Condition, "line"> & {
    readonly when?: { readonly member: string; readonly in: readonly unknown[] };
    readonly to?: string;
  };
  const then = kind === "equals" ? `equals ${to ?? ""}` : kind === "onlyWhen" ? "only" : "required";
  return when === undefined
    ? then
    : `${then} when ${when.member} is ${when.in.map(String).join(" or ")}`;
}

/** Describes a type: `array of integer`. */
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
