import type {
  InterfaceModel,
  PropertyModel,
  TypeModel,
  WireStyle,
} from "../model/package-model.ts";
import { code, join, type Code } from "./emitters/code.ts";
import { identifier } from "./emitters/identifier.ts";
import { propertyAccess } from "./emitters/property-key.ts";
import { stringLiteral } from "./emitters/string-literal.ts";
import { templateText } from "./emitters/template-text.ts";

/** A value to write: the code of its wire key and of its value. */
interface Write {
  readonly key: Code;
  readonly value: Code;
  readonly presence: Code;
}

/** Prints the statements that write an object's members into parameters, in the order of the page. */
export function printWrites(shape: InterfaceModel, value: Code): Code[] {
  return shape.properties.map((property) => {
    const key = shape.path === "" ? stringLiteral(property.name) : nestedKey(property.name);
    const write = {
      key,
      value: propertyAccess(value, property.name),
      presence: stringLiteral(property.member.required ? "required" : "optional"),
    };
    return code`${printProperty(property, write)};`;
  });
}

/** The runtime functions that these shapes need, besides the writer's methods. Bundles omit the others. */
export function usedWriters(shapes: readonly InterfaceModel[]): Code[] {
  const types = shapes.flatMap(({ properties }) => properties.flatMap(({ type }) => within(type)));
  const has = (style: WireStyle) => types.some((type) => "style" in type && type.style === style);
  return [...(has("comma") ? [code`writeCommas`] : []), ...(has("json") ? [code`writeJson`] : [])];
}

/** A type with the types of its items or values. */
function within(type: TypeModel): TypeModel[] {
  if (type.kind === "list") return [type, ...within(type.items)];
  return type.kind === "map" ? [type, ...within(type.values)] : [type];
}

/** Prints the names of an object's members. */
export function printNames(shape: InterfaceModel): Code {
  return code`[${join(
    shape.properties.map(({ name }) => stringLiteral(name)),
    ", ",
  )}]`;
}

/** Prints the key of a nested member: `${key}.Name`. */
function nestedKey(name: string): Code {
  return code`\`\${key}.${templateText(name)}\``;
}

function printProperty({ member, type }: PropertyModel, write: Write): Code {
  if (member.filledBy === undefined) return printWrite(type, write);
  const { key, value, presence } = write;
  const option = stringLiteral(member.filledBy);
  return code`to.filled(${key}, ${value}, ${option}, ${presence}${limitsOf(type)})`;
}

function printWrite(type: TypeModel, write: Write): Code {
  const { key, value, presence } = write;
  const call = (method: string, ...more: readonly Code[]) =>
    code`to.${identifier(method)}(${join([key, value, presence, ...more], ", ")}${limitsOf(type)})`;
  if ("style" in type && type.style === "json") {
    // Its members are checked as if they were written separately.
    const check = type.kind === "unknown" ? [] : [printItem({ ...type, style: "flat" })];
    return code`writeJson(${join([code`to`, key, value, presence, ...check], ", ")})`;
  }
  switch (type.kind) {
    case "string":
    case "dateTime":
    case "integer":
    case "long":
    case "number":
    case "boolean":
      return call(type.kind);
    case "unknown":
      return call("any");
    case "list": {
      if (type.style !== "comma") return call("list", printItem(type.items));
      const given = [code`to`, key, value, presence, printItem(type.items)];
      return code`writeCommas(${join(given, ", ")}${limitsOf(type)})`;
    }
    case "map":
      return call("map", printItem(type.values));
    case "object":
      return code`${writerOf(type.shape)}(to, ${key}, ${value}, ${presence})`;
  }
}

/** Prints the last argument: the constraints of the value, if any. */
function limitsOf(type: TypeModel): Code {
  const limits = "limits" in type ? type.limits : undefined;
  return limits === undefined ? code`` : code`, ${identifier(limits)}`;
}

/** Prints the function that writes an item of a list or a value of a map. */
function printItem(type: TypeModel): Code {
  if (type.kind === "object") return writerOf(type.shape);
  const write = { key: code`key`, value: code`value`, presence: stringLiteral("required") };
  return code`(to, key, value) => ${printWrite(type, write)}`;
}

function writerOf({ writer }: InterfaceModel): Code {
  if (writer === undefined) throw new Error("a request shape without a writer");
  return identifier(writer);
}
