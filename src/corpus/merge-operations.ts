import { distance } from "fastest-levenshtein";
import type { ErrorEntry, Member, Operation, Shape } from "../spec/operation.ts";
import { walkMembers } from "../spec/member-path.ts";

/**
 * An operation as several of its pages have it: what the first one says stands, and what it does not
 * know comes from the others, in their order, with the page that it is from. What stands somewhere else
 * on the first page, or is spelled nearly so there, is not new. What the first page does not know can
 * be left out.
 */
export function mergeOperations(first: Operation, others: readonly Operation[]): Operation {
  return others.reduce(mergePair, first);
}

function mergePair(first: Operation, other: Operation): Operation {
  const { page } = other;
  return {
    ...first,
    request: mergeSide(first.request, other.request, page),
    response: mergeSide(first.response, other.response, page),
    errors: [...first.errors, ...newErrors(first.errors, other.errors, page)],
  };
}

function mergeSide(
  first: readonly Member[],
  other: readonly Member[],
  page: string,
): readonly Member[] {
  const names = namesIn(first);
  const shared = namesIn(other);
  const isNew = (name: string) =>
    !names.has(name.toLowerCase()) &&
    // A name of the first page alone that is nearly the same is a slip of one of them.
    ![...names].some((known) => !shared.has(known) && isNear(known, name.toLowerCase()));
  return mergeMembers(first, other, { isNew, page });
}

interface Merge {
  readonly isNew: (name: string) => boolean;
  readonly page: string;
}

function mergeMembers(
  first: readonly Member[],
  other: readonly Member[],
  merge: Merge,
): readonly Member[] {
  const twins = new Map(other.map((member) => [member.name, member]));
  const known = first.map((member): Member => {
    const twin = twins.get(member.name);
    return twin === undefined ? member : { ...member, ...mergeShape(member, twin, merge) };
  });
  const added = other.filter(({ name }) => merge.isNew(name));
  return [...known, ...added.map((member) => fromPage(member, merge.page))];
}

function mergeShape(shape: Shape, twin: Shape, merge: Merge): Shape {
  if (shape.type === "object" && twin.type === "object") {
    return { ...shape, members: mergeMembers(shape.members, twin.members, merge) };
  }
  if (shape.type === "array" && twin.type === "array") {
    return { ...shape, items: mergeShape(shape.items, twin.items, merge) };
  }
  return shape;
}

/** A member with the page that it is from; conditions speak of that page's members. */
function fromPage({ conditions, ...member }: Member, page: string): Member {
  return { ...member, ...shapeFrom(member, page), required: false, page };
}

function shapeFrom(shape: Shape, page: string): Shape {
  switch (shape.type) {
    case "array":
      return { ...shape, items: shapeFrom(shape.items, page) };
    case "map":
      return { ...shape, values: shapeFrom(shape.values, page) };
    case "object":
      return {
        ...shape,
        members: shape.members.map(({ conditions, ...inner }) => ({
          ...inner,
          ...shapeFrom(inner, page),
          page,
        })),
      };
    case "string":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "number":
    case "boolean":
    case "any":
      return shape;
  }
}

function newErrors(
  first: readonly ErrorEntry[],
  other: readonly ErrorEntry[],
  page: string,
): ErrorEntry[] {
  const known = new Set(first.map(({ code }) => code.toLowerCase()));
  return other
    .filter(({ code }) => !known.has(code.toLowerCase()))
    .map((entry) => ({ ...entry, page }));
}

function namesIn(members: readonly Member[]): Set<string> {
  const names = [...walkMembers(members)].flatMap(({ member }) => member?.name.toLowerCase() ?? []);
  return new Set(names);
}

/** Whether two names differ by a slip: a letter or two in a long one. */
function isNear(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  return length >= 6 && distance(one, other) <= (length >= 12 ? 2 : 1);
}
