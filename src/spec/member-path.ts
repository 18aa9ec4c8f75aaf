import { isScalarShape } from "./is-scalar-shape.ts";
import type { Member, Shape } from "./operation.ts";

/** A member or list item with its path: `PortRanges`, `PortRanges[]`, `PortRanges[].FromPort`. */
export interface PathEntry {
  readonly path: string;
  readonly shape: Shape;
  /** Absent for list items and map values, which have no name. */
  readonly member?: Member;
}

/** All entries of a member list, depth first, in the order of the page. */
export function* walkMembers(members: readonly Member[], parent = ""): Generator<PathEntry> {
  const open = entriesOf(members, parent).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (const inner of inside(next).reverse()) open.push(inner);
  }
}

/** Finds the first entry at a path. Only visits entries on the way to it. */
export function findAt(members: readonly Member[], path: string): PathEntry | undefined {
  const open = entriesOf(members, "").reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.path === path) return next;
    if (!path.startsWith(next.path)) continue;
    for (const inner of inside(next).reverse()) open.push(inner);
  }
  return undefined;
}

/** Number of members, nested ones included. */
export function countMembers(members: readonly Member[]): number {
  let count = 0;
  for (const { member } of walkMembers(members)) if (member !== undefined) count += 1;
  return count;
}

function entriesOf(members: readonly Member[], parent: string): PathEntry[] {
  return members.map((member) => ({
    path: parent === "" ? member.name : `${parent}.${member.name}`,
    shape: member,
    member,
  }));
}

function inside({ path, shape }: PathEntry): PathEntry[] {
  if (isScalarShape(shape)) return [];
  switch (shape.type) {
    case "array":
      return [{ path: `${path}[]`, shape: shape.items }];
    case "map":
      return [{ path: `${path}{}`, shape: shape.values }];
    case "object":
      return entriesOf(shape.members, path);
  }
}
