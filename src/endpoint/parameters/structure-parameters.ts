import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Shape } from "../../spec/operation.ts";
import type { Parameters } from "../wire/call.ts";
import { type Json, type JsonObject, parseJson } from "../wire/json.ts";
import { findMember } from "./find-member.ts";

/** A parameter value and the values nested below it. */
interface Tree {
  text?: string;
  readonly below: Map<string, Tree>;
}

/** Converts the flat parameters of a valid request to lists and objects. Scalars stay strings. */
export function structureParameters(
  members: readonly Member[],
  parameters: Parameters,
): JsonObject {
  const trees = grow(members, parameters);
  return Object.fromEntries(
    members.flatMap((member) => {
      const tree = trees.get(member);
      const value = tree === undefined ? undefined : build(member, tree);
      return value === undefined || value === "" ? [] : [[member.name, value]];
    }),
  );
}

function grow(members: readonly Member[], parameters: Parameters): Map<Member, Tree> {
  const roots = new Map<Member, Tree>();
  for (const [key, text] of parameters) {
    const member = findMember(members, key);
    if (member === undefined) continue;
    const { name } = member;
    const root: Tree = roots.get(member) ?? { below: new Map() };
    roots.set(member, root);
    let at = root;
    for (const part of key === name ? [] : splitKey(key.slice(name.length + 1), member)) {
      const next = at.below.get(part) ?? { below: new Map<string, Tree>() };
      at.below.set(part, next);
      at = next;
    }
    at.text = text;
  }
  return roots;
}

/** Splits a key as deep as the shape is nested. Keys of a map of scalars may contain dots. */
function splitKey(key: string, shape: Shape): string[] {
  const parts: string[] = [];
  let rest: string | undefined = key;
  let inside: Shape | undefined = shape;
  while (rest !== undefined && inside !== undefined && !isScalarShape(inside)) {
    const whole: boolean = inside.type === "map" && isScalarShape(inside.values);
    const { part, after }: Split = whole ? { part: rest, after: undefined } : split(rest, inside);
    parts.push(part);
    rest = after;
    inside = below(inside, part);
  }
  return rest === undefined ? parts : [...parts, rest];
}

interface Split {
  readonly part: string;
  readonly after: string | undefined;
}

/** Member names may contain dots, so the longest match wins. */
function split(key: string, shape: Shape): Split {
  const dot = key.indexOf(".");
  const member = shape.type === "object" ? findMember(shape.members, key) : undefined;
  const length = Math.max(dot === -1 ? key.length : dot, member?.name.length ?? 0);
  const after = key.length === length ? undefined : key.slice(length + 1);
  return { part: key.slice(0, length), after };
}

function below(shape: Shape, part: string): Shape | undefined {
  switch (shape.type) {
    case "array":
      return shape.items;
    case "map":
      return shape.values;
    case "object":
      return findMember(shape.members, part);
    default:
      return undefined;
  }
}

function build(shape: Shape, { text, below }: Tree): Json | undefined {
  if (isScalarShape(shape)) return text;
  if (text !== undefined) {
    if (shape.type === "array" && shape.style === "comma")
      return text === "" ? [] : text.split(",");
    return parseJson(text);
  }
  switch (shape.type) {
    case "array":
      return [...below]
        .sort(([one], [other]) => Number(one) - Number(other))
        .flatMap(([, item]) => build(shape.items, item) ?? []);
    case "map":
      return Object.fromEntries(
        [...below].flatMap(([key, inside]) => {
          const value = build(shape.values, inside);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    case "object":
      return Object.fromEntries(
        shape.members.flatMap((member) => {
          const inside = below.get(member.name);
          const value = inside === undefined ? undefined : build(member, inside);
          return value === undefined ? [] : [[member.name, value]];
        }),
      );
  }
}
