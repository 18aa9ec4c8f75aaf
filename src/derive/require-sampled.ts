import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Member, Shape } from "../spec/operation.ts";

/**
 * Marks response members as required: those that every sample on the page has, wherever their parent
 * occurs. Without a sample none is.
 */
export function requireSampled(members: readonly Member[], samples: readonly unknown[]): Member[] {
  const holders = samples.filter((sample) => isObject(sample));
  // By what samples have, not by what they may have: a list of many small items has little of much.
  const valuesOf = new Map<string, unknown[]>();
  for (const holder of holders) {
    const entries: [string, unknown][] = Object.entries(holder);
    for (const [name, value] of entries) {
      const values = valuesOf.get(name);
      if (value === undefined) continue;
      if (values === undefined) valuesOf.set(name, [value]);
      else values.push(value);
    }
  }
  return members.map((member) => {
    const values = valuesOf.get(member.name) ?? [];
    const required = values.length > 0 && values.length === holders.length;
    return { ...member, ...withInside(member, values), required };
  });
}

function withInside(shape: Shape, values: readonly unknown[]): Shape {
  if (isScalarShape(shape)) return shape;
  switch (shape.type) {
    case "array":
      // XML writes a list of one item like a single one.
      return { ...shape, items: withInside(shape.items, values.flat()) };
    case "object":
      return { ...shape, members: requireSampled(shape.members, values) };
    case "map":
      return shape;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
