import type { InterfaceModel, PropertyModel, TypeModel } from "../model/package-model.ts";
import { code, join, type Code } from "./emitters/code.ts";
import { literal } from "./emitters/literal.ts";
import { propertyKey } from "./emitters/property-key.ts";

/** Prints an object literal with a shape's required members and the page's examples. */
export function printExample(shape: InterfaceModel): Code {
  const members = shape.properties
    .filter(({ optional }) => !optional)
    .map((property) => code`${propertyKey(property.name)}: ${exampleOf(property)}`);
  return members.length === 0 ? code`{}` : code`{ ${join(members, ", ")} }`;
}

function exampleOf({ type, member }: PropertyModel): Code {
  return printValue(type, member.example ?? "");
}

function printValue(type: TypeModel, example: string): Code {
  switch (type.kind) {
    case "dateTime":
      return example === "" ? code`new Date()` : literal(example);
    case "string":
    case "unknown":
      return literal(example);
    case "long":
      // A number literal with this many digits would be inexact.
      return /^-?\d{16,}$/.test(example) ? literal(example) : printNumber(example);
    case "integer":
    case "number":
      return printNumber(example);
    case "boolean":
      return literal(example.toLowerCase() === "true");
    case "list":
      return code`[${printValue(type.items, example)}]`;
    case "map":
      return code`{}`;
    case "object":
      return printExample(type.shape);
  }
}

function printNumber(example: string): Code {
  const number = Number(example);
  return literal(example.trim() !== "" && Number.isFinite(number) ? number : 1);
}
