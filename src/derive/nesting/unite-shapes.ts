import { findInSample } from "./find-in-sample.ts";
import type { ValueShape } from "./value-shape.ts";

/** A shape with what another one knows more: names that it has nowhere near the same place. */
export function uniteShapes(own: ValueShape | undefined, other: ValueShape): ValueShape {
  if (own === undefined) return asForeign(other);
  if (own === other) return own;
  // Where one has a wrapper around a list and the other leaves it out, own is how it stays.
  const wrapper = wrapperIn(own, other);
  if (wrapper !== undefined) {
    const inner = uniteShapes(wrapper.content, other);
    return { ...own, members: new Map([[wrapper.name, inner]]) };
  }
  const left = wrapperIn(other, own);
  if (left !== undefined) return uniteShapes(own, left.content);
  const members = new Map(own.members);
  for (const [name, theirs] of other.members) {
    const ours = own.members.get(name);
    if (ours !== undefined) members.set(name, uniteShapes(ours, theirs));
    else if (findInSample(own, name) === undefined) members.set(name, asForeign(theirs));
  }
  const seen = own.list || own.single || own.members.size > 0;
  return {
    list: own.list || (!own.single && other.list),
    single: own.single || (!seen && other.single),
    text: false,
    foreign: false,
    scalars: own.scalars.size > 0 ? own.scalars : other.scalars,
    members,
  };
}

/** The wrapper that a shape has around what another one shows as a list without it. */
function wrapperIn(shape: ValueShape, plain: ValueShape) {
  const [only] = shape.members;
  if (shape.list || shape.members.size !== 1 || only === undefined || !plain.list) return undefined;
  const [name, content] = only;
  const [first] = content.members.keys();
  const same = first === undefined || plain.members.has(first);
  return !plain.members.has(name) && same ? { name, content } : undefined;
}

function asForeign(shape: ValueShape): ValueShape {
  if (shape.foreign) return shape;
  const members = [...shape.members].map(([name, inner]) => [name, asForeign(inner)] as const);
  return { ...shape, foreign: true, members: new Map(members) };
}
