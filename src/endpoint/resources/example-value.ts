import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, Shape } from "../../spec/operation.ts";
import type { Json } from "./json.ts";
import { toShape } from "./to-shape.ts";

/** A value of a shape: the examples of the page, and where there are none the least that there is. */
export function exampleValue(shape: Shape | Member): Json {
  if (isScalarShape(shape)) {
    const example = "example" in shape ? shape.example : undefined;
    return (example === undefined ? undefined : toShape(example, shape)) ?? leastOf(shape.type);
  }
  switch (shape.type) {
    case "array":
      return [exampleValue(shape.items)];
    case "map":
      return {};
    case "object":
      return Object.fromEntries(shape.members.map((member) => [member.name, exampleValue(member)]));
  }
}

function leastOf(type: string): Json {
  if (type === "string" || type === "any") return "";
  return type === "boolean" ? false : 0;
}
