import type { InterfaceModel, TypeModel } from "../model/package-model.ts";
import { code, type Code } from "./emitters/code.ts";
import { identifier } from "./emitters/identifier.ts";
import { stringLiteral } from "./emitters/string-literal.ts";

type Side = InterfaceModel["side"];

/** Prints a type in TypeScript. Enums accept other values, because pages lag behind services. */
export function printType(type: TypeModel, side: Side): Code {
  switch (type.kind) {
    case "string":
      return openOr(type.values, code`string`);
    case "dateTime":
      return side === "request" ? code`string | Date` : code`string`;
    case "integer":
    case "number":
      return openOr(type.values, code`number`);
    case "long":
      // Numbers above 2^53 are inexact, so requests also accept a bigint or digits, and responses give
      // digits.
      return side === "request" ? code`number | bigint | string` : code`number | string`;
    case "boolean":
      return code`boolean`;
    case "unknown":
      return code`unknown`;
    case "list": {
      const items = printType(type.items, side);
      const list = hasParts(type.items, side) ? code`(${items})[]` : code`${items}[]`;
      return side === "request" ? code`readonly ${list}` : list;
    }
    case "map":
      return side === "request"
        ? code`Readonly<Record<string, ${printType(type.values, side)}>>`
        : code`Record<string, ${printType(type.values, side)}>`;
    case "object":
      return identifier(type.shape.name);
  }
}

/** Returns true for a type that needs parentheses in a list. */
function hasParts({ kind }: TypeModel, side: Side): boolean {
  return kind === "long" || (side === "request" && (kind === "dateTime" || kind === "list"));
}

function openOr(values: string | undefined, type: Code): Code {
  return values === undefined ? type : code`Open<${identifier(values)}>`;
}

/** Returns true if a type has documented values, for which `Open` is imported. */
export function usesOpen(type: TypeModel): boolean {
  switch (type.kind) {
    case "string":
    case "integer":
    case "number":
      return type.values !== undefined;
    case "list":
      return usesOpen(type.items);
    case "map":
      return usesOpen(type.values);
    case "long":
    case "dateTime":
    case "boolean":
    case "unknown":
    case "object":
      return false;
  }
}

/** Prints the runtime's `AnswerShape` of a type. */
export function printAnswerShape(type: TypeModel): Code {
  switch (type.kind) {
    case "string":
    case "dateTime":
      return stringLiteral("string");
    case "integer":
    case "number":
      return stringLiteral("number");
    case "long":
      return stringLiteral("long");
    case "boolean":
      return stringLiteral("boolean");
    case "unknown":
      return stringLiteral("any");
    case "list":
      return code`[${printAnswerShape(type.items)}]`;
    case "map":
      return code`["map", ${printAnswerShape(type.values)}]`;
    case "object":
      return identifier(type.shape.answer ?? "");
  }
}
