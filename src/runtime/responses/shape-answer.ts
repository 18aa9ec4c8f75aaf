/**
 * The documented shape of a response: a scalar type, a list, an object or a map. Needed because XML
 * has no types, and services confuse numbers and texts.
 */
export type AnswerShape =
  | "string"
  | "number"
  /** An integer that may exceed 2^53; then it is a string of digits. */
  | "long"
  | "boolean"
  | "any"
  /** A list of items. */
  | readonly [items: AnswerShape]
  /** An object with arbitrary keys. */
  | readonly ["map", AnswerShape]
  | AnswerMembers;

/** The members of an object, by wire name. */
export interface AnswerMembers {
  readonly [name: string]: AnswerShape;
}

/**
 * Converts a response to its documented types where the conversion is lossless. It converts texts
 * to numbers, and numbers or JSON to texts. A single value becomes a list, and list wrappers are
 * added or removed. Everything else, unknown members included, stays unchanged. Objects are
 * modified in place.
 */
export function shapeAnswer(value: unknown, shape: AnswerShape): unknown {
  if (typeof shape === "string") return shapeScalar(value, shape);
  if (isPair(shape)) return shapeMap(value, shape[1]);
  if (isList(shape)) return shapeList(value, shape[0]);
  // XML writes an object without members as an empty text.
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
 * Adds a documented list wrapper that is missing: `{"Hosts": []}` for `{"Hosts": {"Host": []}}`, or
 * a single item. `undefined` if nothing is missing.
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

/**
 * Returns the items of a value that should be a list: those of an undocumented wrapper, or the
 * value alone.
 */
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

/** Serializes as JSON; a value nested too deeply stays unchanged. */
function toJson(value: object): unknown {
  try {
    return JSON.stringify(value);
  } catch {
    return value;
  }
}

function put(object: Record<string, unknown>, name: string, shape: AnswerShape): void {
  const shaped = shapeAnswer(object[name], shape);
  // Assigning this name would set the prototype.
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
