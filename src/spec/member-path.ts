import { isScalarShape } from "./is-scalar-shape.ts";
import type { Member, Shape } from "./operation.ts";

/** A member or list item together with its path: `PortRanges`, `PortRanges[]`, `PortRanges[].FromPort`. */
export interface PathEntry {
  readonly path: string;
  readonly shape: Shape;
  /** Absent on list items and map values, which have no name of their own. */
  readonly member?: Member;
}

/** Everything in a member list, depth first, in the order of the page. */
export function* walkMembers(members: readonly Member[], parent = ""): Generator<PathEntry> {
  for (const member of members) {
    const path = parent === "" ? member.name : `${parent}.${member.name}`;
    yield { path, shape: member, member };
    yield* walkInside(member, path);
  }
}

/** How many members there are, with those in others. */
export function countMembers(members: readonly Member[]): number {
  let count = 0;
  for (const { member } of walkMembers(members)) if (member !== undefined) count += 1;
  return count;
}

function* walkInside(shape: Shape, path: string): Generator<PathEntry> {
  if (isScalarShape(shape)) return;
  switch (shape.type) {
    case "array":
      yield { path: `${path}[]`, shape: shape.items };
      yield* walkInside(shape.items, `${path}[]`);
      return;
    case "map":
      yield { path: `${path}{}`, shape: shape.values };
      yield* walkInside(shape.values, `${path}{}`);
      return;
    case "object":
      yield* walkMembers(shape.members, path);
      return;
  }
}
