/** A JSON value. Integers beyond 2^53 are bigints, so that they stay exact. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Where texts begin and end, escapes in them, numbers, and what nests. */
const TOKEN = /"|\\.|-?\d[\d.eE+-]*|[[\]{}]/g;
/** Marks integers that a double cannot hold, on their way through texts. */
const MARK = "\u0000";
/** What goes deeper is no answer, and could not be gone through. */
const DEEPEST = 500;

/** Reads a JSON text; nothing where it is none. Integers that a double cannot hold become bigints. */
export function parseJson(text: string): Json | undefined {
  let inText = false;
  let depth = 0;
  let deepest = 0;
  // A pattern for whole texts would begin anew at each quote of one that does not end.
  const marked = text.replace(TOKEN, (token) => {
    if (token === '"') inText = !inText;
    if (inText) return token;
    if (token === "[" || token === "{") deepest = Math.max(deepest, (depth += 1));
    else if (token === "]" || token === "}") depth -= 1;
    const isInteger = /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
    return isInteger ? `"\\u0000${token}"` : token;
  });
  if (deepest > DEEPEST) return undefined;
  try {
    return JSON.parse(marked, (_, value: unknown) =>
      typeof value === "string" && isMarked(value) ? BigInt(value.slice(1)) : value,
    ) as Json;
  } catch {
    return undefined;
  }
}

function isMarked(text: string): boolean {
  return text.startsWith(MARK) && /^-?\d+$/.test(text.slice(1));
}

/** A value as JSON text, bigints as the integers they are. */
export function writeJson(value: unknown): string {
  const marked = JSON.stringify(value, (_, inside: unknown) =>
    typeof inside === "bigint" ? `${MARK}${inside}` : inside,
  );
  return marked.replace(/"\\u0000(-?\d+)"/g, "$1");
}

/** Marks texts with bigints, which take longer to read. */
const PACKED = " ";

/** A value as one text, which takes a fifth of its memory. */
export function packJson(value: Json): string {
  return hasBigint(value) ? PACKED + writeJson(value) : JSON.stringify(value);
}

/** The value that was packed. */
export function unpackJson(text: string): Json {
  if (!text.startsWith(PACKED)) return JSON.parse(text) as Json;
  return parseJson(text.slice(PACKED.length)) ?? null;
}

function hasBigint(value: Json): boolean {
  if (typeof value !== "object" || value === null) return typeof value === "bigint";
  return Object.values(value).some(hasBigint);
}

/** A single value as a request would have it. */
export function toText(value: Json): string {
  return typeof value === "string" ? value : writeJson(value);
}

/** Whether a value is an object, and no list. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member that an object has itself: none is named after what all objects have, as `constructor`. */
export function ownMember(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
