/**
 * What an answer has by its page: a kind of value, a list, an object by its members, or a map. XML tells
 * nothing of kinds, and services write numbers as texts and texts as numbers.
 */
export type AnswerShape =
  | "string"
  | "number"
  /** An integer that may be beyond 2^53: then it is a text of its digits. */
  | "long"
  | "boolean"
  | "any"
  /** A list of these. */
  | readonly [items: AnswerShape]
  /** An object whose keys are the service's. */
  | readonly ["map", AnswerShape]
  | AnswerMembers;

/** The members of an object, by their names on the wire. */
export interface AnswerMembers {
  readonly [name: string]: AnswerShape;
}

/**
 * Gives what a service answered the kinds that its page documents, as far as nothing is lost: a number
 * that came as text, a text that came as number or as JSON, a list of one that came alone, as in XML, or
 * with a wrapper or without. All else stays as it came, members that no page knows among it. Objects are
 * changed in place.
 */
export function shapeAnswer(value: unknown, shape: AnswerShape): unknown {
  if (typeof shape === "string") return shapeScalar(value, shape);
  if (isPair(shape)) return shapeMap(value, shape[1]);
  if (isList(shape)) return shapeList(value, shape[0]);
  // XML has no other word for an object without members.
  if (value === "") return {};
  const wrapped = wrap(value, shape);
  if (wrapped !== undefined) return wrapped;
  if (!isObject(value)) return value;
  for (const name of Object.keys(shape)) {
    const inner = shape[name];
    if (inner !== undefined && Object.hasOwn(value, name)) put(value, name, inner);
  }
  return value;
}

/**
 * A list that came without the wrapper that its page documents, `{"Hosts": []}` for `{"Hosts": {"Host": []}}`,
 * or an item of it that came alone, with the wrapper; nothing for all else.
 */
function wrap(value: unknown, shape: AnswerMembers): unknown {
  const [name = "", ...others] = Object.keys(shape);
  const list = shape[name];
  if (others.length > 0 || list === undefined || !isList(list)) return undefined;
  const [items] = list;
  const isItem =
    isObject(value) &&
    !Object.hasOwn(value, name) &&
    isMembers(items) &&
    Object.keys(value).some((key) => Object.hasOwn(items, key));
  return Array.isArray(value) || isItem ? { [name]: shapeAnswer(value, list) } : undefined;
}

function shapeMap(value: unknown, shape: AnswerShape): unknown {
  if (value === "") return {};
  if (isObject(value)) for (const name of Object.keys(value)) put(value, name, shape);
  return value;
}

function shapeList(value: unknown, items: AnswerShape): unknown {
  if (value === "") return [];
  if (value === null || value === undefined) return value;
  const list: readonly unknown[] = Array.isArray(value) ? value : unwrap(value, items);
  return list.map((item) => shapeAnswer(item, items));
}

/** The items of what should be a list: those of a wrapper that no page knows, or the value alone. */
function unwrap(value: unknown, items: AnswerShape): readonly unknown[] {
  if (!isObject(value)) return [value];
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return [value];
  if (items === "any" || (isMembers(items) && Object.hasOwn(items, name))) return [value];
  const inner = value[name];
  return Array.isArray(inner) ? inner : [inner];
}

function shapeScalar(value: unknown, kind: AnswerShape): unknown {
  if (kind === "string") {
    if (typeof value === "object" && value !== null) return toJson(value);
    return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  }
  if (typeof value !== "string") return value;
  if (kind === "boolean") {
    const text = value.toLowerCase();
    return text === "true" || (text === "false" ? false : value);
  }
  if (kind === "any" || !/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)) return value;
  const number = Number(value);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? value : number;
}

/** As JSON; what is nested too deep to be written stays as it is. */
function toJson(value: object): unknown {
  try {
    return JSON.stringify(value);
  } catch {
    return value;
  }
}

function put(object: Record<string, unknown>, name: string, shape: AnswerShape): void {
  const shaped = shapeAnswer(object[name], shape);
  // An own property of this name is set by definition only.
  if (name === "__proto__") Object.defineProperty(object, name, { value: shaped });
  else object[name] = shaped;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(shape: AnswerShape): shape is readonly [AnswerShape] {
  return Array.isArray(shape) && shape.length === 1;
}

function isPair(shape: AnswerShape): shape is readonly ["map", AnswerShape] {
  return Array.isArray(shape) && shape.length === 2;
}

function isMembers(shape: AnswerShape): shape is AnswerMembers {
  return typeof shape === "object" && !Array.isArray(shape);
}
