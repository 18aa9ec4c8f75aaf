import type { ErrorEntry, Member, Operation, Shape } from "../spec/operation.ts";
import { countMembers, walkMembers } from "../spec/member-path.ts";
import { openNearNames, type NearNames } from "./near-names.ts";

/**
 * Merges the operations of several pages. The first page takes precedence; the others, in order,
 * add members and errors that it lacks, with their page.
 *
 * Members elsewhere on the first page, or with a similar name, are not added. Added members are
 * optional. Merging stops once a side exceeds `most` members.
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
  /** The side's names so far, in lower case. */
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
    // A similar name found only on the first page is a misspelling on one of them.
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
  /** Returns the new members among a page's members, as the operation receives them. */
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

/**
 * Returns a member with its page. Conditions are dropped, because they refer to that page's
 * members.
 */
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

/** Returns the errors with new codes; a page may have several rows for one code. */
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
