import type { InterfaceModel, TypeModel } from "../model/package-model.ts";
import type { AnswerMembers, AnswerShape } from "../runtime/responses/shape-answer.ts";
import { parseJson } from "../runtime/responses/parse-json.ts";
import { readXml } from "../runtime/responses/read-xml.ts";
import { shapeAnswer } from "../runtime/responses/shape-answer.ts";
import type { Sample } from "../spec/operation.ts";
import { isObject } from "./is-object.ts";

/**
 * Decodes a response body with the code that packages use.
 *
 * Returns `undefined` where the body is neither JSON nor XML, or is the response of a failed call.
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

/** The shape that a package's client uses to convert a response. */
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

/** Returns true if a value is a documented response of a successful call, by the names of its members. */
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
 * Returns the body that a sample shows.
 *
 * Removes a leading HTTP message head, and in JSON the root element that only XML has. Returns
 * `undefined` where no body is found or the JSON is invalid.
 */
export function bodyOf({ kind, text }: Sample): string | undefined {
  const start = text.search(kind === "json" ? /[{[]/ : /</);
  if (start === -1) return undefined;
  // Some pages have non-breaking spaces, which are invalid in JSON.
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

/** Some pages convert their XML to JSON, including the name of its root element. */
function unwrap(value: unknown): unknown {
  if (!isObject(value)) return value;
  const [[name, inner] = ["", undefined], ...others] = Object.entries(value);
  return others.length === 0 && /Respon(?:se|d|s)?$/i.test(name) && isObject(inner) ? inner : value;
}
