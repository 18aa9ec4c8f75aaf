import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Shape } from "../../spec/operation.ts";
import { isJsonObject, type Json } from "../wire/json.ts";

/** A place in an answer. */
export interface AnswerPlace {
  /** Names on the way; `[]` stands for each item of a list. */
  readonly place: readonly string[];
  readonly shape: Shape;
}

/** Every object, list and single value of an answer, from the outside in. */
export function walkAnswer(members: readonly Member[]): AnswerPlace[] {
  const found: AnswerPlace[] = [{ place: [], shape: { type: "object", members } }];
  // The list grows while it is gone through: what is nearer to the top comes first.
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

/** The members of the objects at a place in an answer; `[]` stands for each item of a list. */
export function membersAt(members: readonly Member[], place: readonly string[]): readonly Member[] {
  let shape: Shape | undefined = { type: "object", members };
  for (const name of place) {
    if (name === "[]") shape = shape?.type === "array" ? shape.items : undefined;
    else
      shape = shape?.type === "object" ? shape.members.find((one) => one.name === name) : undefined;
  }
  return shape?.type === "object" ? shape.members : [];
}

/** A value with what stands at a place in it changed; `[]` stands for each item. What is not there stays so. */
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
