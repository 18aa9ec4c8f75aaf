import type { ErrorEntry, Member, Operation, Shape } from "../spec/operation.ts";
import { countMembers, walkMembers } from "../spec/member-path.ts";
import { openNearNames, type NearNames } from "./near-names.ts";

/**
 * An operation as several of its pages have it: what the first one says stands, and what it does not
 * know comes from the others, in their order, with the page that it is from. What stands somewhere else
 * on the first page, or is spelled nearly so there, is not new. What the first page does not know can
 * be left out. With more than `most` members on a side no further page is looked at.
 */
export function mergeOperations(
  first: Operation,
  others: readonly Operation[],
  most = Infinity,
): Operation {
  const request = openNearNames(namesIn(first.request));
  const response = openNearNames(namesIn(first.response));
  const codes = new Set(first.errors.map(({ code }) => code.toLowerCase()));
  const errors = [...first.errors];
  let sides: Pick<Operation, "request" | "response"> = first;
  for (const other of others) {
    if (countMembers(sides.request) > most || countMembers(sides.response) > most) break;
    const { page } = other;
    sides = {
      request: mergeSide(sides.request, other.request, { names: request, page }),
      response: mergeSide(sides.response, other.response, { names: response, page }),
    };
    for (const entry of newErrors(codes, other.errors, page)) errors.push(entry);
  }
  return { ...first, ...sides, errors };
}

interface Known {
  /** The names that the side has so far, in lower case. */
  readonly names: NearNames;
  readonly page: string;
}

function mergeSide(
  first: readonly Member[],
  other: readonly Member[],
  { names, page }: Known,
): readonly Member[] {
  const shared = namesIn(other);
  const added: Member[] = [];
  const isNew = ({ name }: Member) => {
    const lower = name.toLowerCase();
    // A name of the first page alone that is nearly the same is a slip of one of them.
    return !names.has(lower) && !names.hasNear(lower, (known) => !shared.has(known));
  };
  const merged = mergeMembers(first, other, {
    take: (members) => {
      const taken = members.filter(isNew).map((member) => fromPage(member, page));
      for (const member of taken) added.push(member);
      return taken;
    },
  });
  for (const name of namesIn(added)) names.add(name);
  return merged;
}

interface Merge {
  /** Of some members of a page those that are new, as the operation has them. */
  readonly take: (members: readonly Member[]) => readonly Member[];
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
  return [...known, ...merge.take(other)];
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

/** The errors whose codes are new; several rows of a page may have one. */
function newErrors(
  known: Set<string>,
  other: readonly ErrorEntry[],
  page: string,
): readonly ErrorEntry[] {
  const added = other.filter(({ code }) => !known.has(code.toLowerCase()));
  for (const { code } of added) known.add(code.toLowerCase());
  return added.map((entry) => ({ ...entry, page }));
}

function namesIn(members: readonly Member[]): Set<string> {
  const names = [...walkMembers(members)].flatMap(({ member }) => member?.name.toLowerCase() ?? []);
  return new Set(names);
}
