import type { TypeModel } from "../model/package-model.ts";
import { code, type Code } from "./emitters/code.ts";
import { identifier } from "./emitters/identifier.ts";
import { stringLiteral } from "./emitters/string-literal.ts";

/** What an answer has in a place, as the runtime reads it: a value of its `AnswerShape`. */
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
