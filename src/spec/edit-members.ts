import { isScalarShape } from "./is-scalar-shape.ts";
import type { Member, Shape } from "./operation.ts";

/** What to do to the members of one object. */
type Edit = (members: readonly Member[]) => readonly Member[];

/**
 * A member tree in which the members of one object are edited. `at` is the object's path: empty for
 * the outermost members, `PortRanges[]` for those of a list's items. Other members stay the same objects.
 */
export function editMembers(
  members: readonly Member[],
  at: string,
  edit: Edit,
  path = "",
): readonly Member[] {
  const inner = members.map((member) => {
    const inside = path === "" ? member.name : `${path}.${member.name}`;
    return at.startsWith(inside) ? { ...member, ...editShape(member, at, edit, inside) } : member;
  });
  return path === at ? edit(inner) : inner;
}

function editShape(shape: Shape, at: string, edit: Edit, path: string): Shape {
  if (isScalarShape(shape)) return shape;
  switch (shape.type) {
    case "array":
      return { ...shape, items: editShape(shape.items, at, edit, `${path}[]`) };
    case "map":
      return { ...shape, values: editShape(shape.values, at, edit, `${path}{}`) };
    case "object":
      return { ...shape, members: editMembers(shape.members, at, edit, path) };
  }
}
