import type { Member, Shape } from "../../spec/operation.ts";

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
