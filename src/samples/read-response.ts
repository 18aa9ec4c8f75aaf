import type { InterfaceModel } from "../model/package-model.ts";
import { parseJson } from "../runtime/responses/parse-json.ts";
import { readXml } from "../runtime/responses/read-xml.ts";
import { shapeAnswer } from "../runtime/responses/shape-answer.ts";
import { answerShapeOf } from "./answer-shape-of.ts";
import { isAnswer } from "./is-answer.ts";

/**
 * What a caller gets of the body of an answer, by the code that packages have for it. Nothing where it is
 * neither JSON nor XML, or the answer of a failed call.
 */
export function readResponse(body: string, response: InterfaceModel): unknown {
  const value = shapeAnswer(parse(body), answerShapeOf(response));
  return isAnswer(value, new Set(response.properties.map(({ name }) => name))) ? value : undefined;
}

function parse(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    return readXml(body).result;
  }
}
