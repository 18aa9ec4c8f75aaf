import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Shape } from "../../spec/operation.ts";

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
