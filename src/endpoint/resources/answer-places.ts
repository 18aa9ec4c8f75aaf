import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Shape } from "../../spec/operation.ts";
import { isJsonObject, type Json } from "../wire/json.ts";

/** A place in a response. */
export interface AnswerPlace {
  /** Names on the path; `[]` stands for each item of a list. */
  readonly place: readonly string[];
  readonly shape: Shape;
}

/** Lists every object, list and scalar of a response, outer ones first. */
export function walkAnswer(members: readonly Member[]): AnswerPlace[] {
  const found: AnswerPlace[] = [{ place: [], shape: { type: "object", members } }];
  // The list grows during the iteration, so outer places come first.
  for (const { place, shape } of found) {
    if (isScalarShape(shape)) continue;
    if (shape.type === "array") found.push({ place: [...place, "[]"], shape: shape.items });
    if (shape.type !== "object") continue;
    for (const member of shape.members) {
      found.push({ place: [...place, member.name], shape: member });
    }
  }
  return found;
}

/** The members of the objects at a place in a response; `[]` stands for each item of a list. */
export function membersAt(members: readonly Member[], place: readonly string[]): readonly Member[] {
  let shape: Shape | undefined = { type: "object", members };
  for (const name of place) {
    if (name === "[]") shape = shape?.type === "array" ? shape.items : undefined;
    else
      shape = shape?.type === "object" ? shape.members.find((one) => one.name === name) : undefined;
  }
  return shape?.type === "object" ? shape.members : [];
}

/** Changes the values at a place; `[]` stands for each item. Missing values stay missing. */
export function changeAt(
  value: Json,
  place: readonly string[],
  change: (inside: Json) => Json,
): Json {
  const [name, ...rest] = place;
  if (name === undefined) return change(value);
  if (name === "[]") {
    return Array.isArray(value)
      ? (value as readonly Json[]).map((item) => changeAt(item, rest, change))
      : value;
  }
  if (!isJsonObject(value)) return value;
  const inside = value[name];
  return inside === undefined ? value : { ...value, [name]: changeAt(inside, rest, change) };
}
