import type { InterfaceModel, TypeModel } from "../model/package-model.ts";
import type { AnswerMembers, AnswerShape } from "../runtime/responses/shape-answer.ts";
import { parseJson } from "../runtime/responses/parse-json.ts";
import { readXml } from "../runtime/responses/read-xml.ts";
import { shapeAnswer } from "../runtime/responses/shape-answer.ts";
import type { Sample } from "../spec/operation.ts";
import { isObject } from "./is-object.ts";

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

/** What the client of a package gives an answer the kinds of. */
function answerShapeOf({ properties }: InterfaceModel): AnswerMembers {
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

/**
 * Whether a value is an answer as the page documents it, by the names of its members: not that of a failed
 * call, and not something else.
 */
export function isAnswer(value: unknown, documented: ReadonlySet<string>): boolean {
  if (!isObject(value)) return false;
  const has = (name: string) => Object.hasOwn(value, name) && !documented.has(name);
  if ((has("Code") || has("Error")) && (has("Message") || has("HostId") || has("Error"))) {
    return false;
  }
  const names = new Set([...documented].map((name) => name.toLowerCase()));
  return Object.keys(value).some((name) => names.has(name.trim().toLowerCase()));
}

/**
 * The text that would be sent: without the head of the HTTP message that some pages show, and without the
 * element that only XML has.
 */
export function bodyOf({ kind, text }: Sample): string | undefined {
  const start = text.search(kind === "json" ? /[{[]/ : /</);
  if (start === -1) return undefined;
  // Some pages have spaces that do not break, which JSON does not know.
  const body = text.slice(start).replaceAll("\u00A0", " ").trim();
  if (kind === "xml") return body;
  try {
    const value: unknown = JSON.parse(body);
    const inner = unwrap(value);
    return inner === value ? body : JSON.stringify(inner);
  } catch {
    return undefined;
  }
}

/** Some pages make their JSON of the XML, with the name of its outermost element. */
function unwrap(value: unknown): unknown {
  if (!isObject(value)) return value;
  const [[name, inner] = ["", undefined], ...others] = Object.entries(value);
  return others.length === 0 && /Respon(?:se|d|s)?$/i.test(name) && isObject(inner) ? inner : value;
}
