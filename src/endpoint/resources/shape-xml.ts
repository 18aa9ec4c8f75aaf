import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Shape } from "../../spec/operation.ts";
import { isJsonObject } from "./is-json-object.ts";
import type { Json } from "./json.ts";
import { toShape } from "./to-shape.ts";

/** A value read from XML, which knows texts only, as JSON has it: numbers, and lists of one or none. */
export function shapeXml(value: Json, shape: Shape): Json {
  if (isScalarShape(shape)) return toShape(value, shape) ?? value;
  switch (shape.type) {
    case "array": {
      const items = Array.isArray(value) ? (value as readonly Json[]) : [value];
      return value === "" ? [] : items.map((item) => shapeXml(item, shape.items));
    }
    case "map":
      return value === "" ? {} : value;
    case "object": {
      if (!isJsonObject(value)) return value === "" ? {} : value;
      const shapes = new Map<string, Shape>(shape.members.map((member) => [member.name, member]));
      return Object.fromEntries(
        Object.entries(value).map(([name, inside]) => {
          const documented = shapes.get(name);
          return [name, documented === undefined ? inside : shapeXml(inside, documented)];
        }),
      );
    }
  }
}
