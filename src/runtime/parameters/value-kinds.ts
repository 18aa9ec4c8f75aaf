/** Names the type of a value, for a message that must not show the value. */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  if (value instanceof Date) return "a Date";
  if (value instanceof Map) return "a Map";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Whether a value is an object as written with braces or parsed from JSON, of any realm. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether a value is a Map all of whose keys are text. */
export function isTextMap(value: unknown): value is ReadonlyMap<string, unknown> {
  return value instanceof Map && Array.from(value.keys()).every((key) => typeof key === "string");
}

/** What a text is as JSON; `undefined` if it is none. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
