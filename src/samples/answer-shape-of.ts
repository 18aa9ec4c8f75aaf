import type { InterfaceModel, TypeModel } from "../model/package-model.ts";
import type { AnswerMembers, AnswerShape } from "../runtime/responses/shape-answer.ts";

/** What the client of a package gives an answer the kinds of. */
export function answerShapeOf({ properties }: InterfaceModel): AnswerMembers {
  return Object.fromEntries(properties.map(({ name, type }) => [name, shapeOf(type)]));
}

function shapeOf(type: TypeModel): AnswerShape {
  switch (type.kind) {
    case "string":
    case "dateTime":
      return "string";
    case "integer":
    case "number":
      return "number";
    case "long":
      return "long";
    case "boolean":
      return "boolean";
    case "unknown":
      return "any";
    case "list":
      return [shapeOf(type.items)];
    case "map":
      return ["map", shapeOf(type.values)];
    case "object":
      return answerShapeOf(type.shape);
  }
}
