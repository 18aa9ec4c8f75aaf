import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Shape } from "../../spec/operation.ts";
import type { Parameters } from "../call.ts";
import type { Json, JsonObject } from "./json.ts";
import { parseJson } from "./parse-json.ts";

/** Below a place: what is there itself, and what its names and indices lead to. */
interface Tree {
  text?: string;
  readonly below: Map<string, Tree>;
}

/**
 * The members of a request that was found to be well formed, from its flat parameters: lists as lists,
 * objects as objects, single values as the texts they came as.
 */
export function structureParameters(
  members: readonly Member[],
  parameters: Parameters,
): JsonObject {
  const values: Record<string, Json> = {};
  for (const member of members) {
    const tree = grow(member.name, parameters);
    const value = tree === undefined ? undefined : build(member, tree);
    if (value !== undefined && value !== "") values[member.name] = value;
  }
  return values;
}

function grow(name: string, parameters: Parameters): Tree | undefined {
  let root: Tree | undefined;
  for (const [key, text] of parameters) {
    if (key !== name && !key.startsWith(`${name}.`)) continue;
    root ??= { below: new Map() };
    let at = root;
    for (const part of key === name ? [] : key.slice(name.length + 1).split(".")) {
      const next = at.below.get(part) ?? { below: new Map<string, Tree>() };
      at.below.set(part, next);
      at = next;
    }
    at.text = text;
  }
  return root;
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
      if (isScalarShape(shape.values)) return Object.fromEntries(readLeaves(below, ""));
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

/** Keys of a map of single values may hold dots. */
function readLeaves(trees: Tree["below"], before: string): [string, string][] {
  return [...trees].flatMap(([key, { text, below }]) => {
    const own: [string, string][] = text === undefined ? [] : [[before + key, text]];
    return [...own, ...readLeaves(below, `${before}${key}.`)];
  });
}
