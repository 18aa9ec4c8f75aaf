import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Member, Shape } from "../spec/operation.ts";

/**
 * Marks response members as required: those that every sample on the page has, wherever their parent
 * occurs. Without a sample none is.
 */
export function requireSampled(members: readonly Member[], samples: readonly unknown[]): Member[] {
  const holders = samples
    .filter((sample) => isObject(sample))
    .map((sample) => new Map<string, unknown>(Object.entries(sample)));
  return members.map((member) => {
    const values = holders.map((holder) => holder.get(member.name));
    const required = values.length > 0 && values.every((value) => value !== undefined);
    return { ...member, ...withInside(member, values), required };
  });
}

function withInside(shape: Shape, values: readonly unknown[]): Shape {
  if (isScalarShape(shape)) return shape;
  switch (shape.type) {
    case "array":
      // XML writes a list of one item like a single one.
      return { ...shape, items: withInside(shape.items, values.flat().filter(isPresent)) };
    case "object":
      return { ...shape, members: requireSampled(shape.members, values) };
    case "map":
      return shape;
  }
}

function isPresent(value: unknown): boolean {
  return value !== undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
