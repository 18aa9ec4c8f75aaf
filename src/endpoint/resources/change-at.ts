import { isJsonObject } from "./is-json-object.ts";
import type { Json } from "./json.ts";

/** A value with what stands at a place in it changed; `[]` stands for each item. What is not there stays so. */
export function changeAt(
  value: Json,
  place: readonly string[],
  change: (inside: Json) => Json,
): Json {
  const [name, ...rest] = place;
  if (name === undefined) return change(value);
  if (name === "[]") {
    return Array.isArray(value)
      ? (value as readonly Json[]).map((item) => changeAt(item, rest, change))
      : value;
  }
  if (!isJsonObject(value)) return value;
  const inside = value[name];
  return inside === undefined ? value : { ...value, [name]: changeAt(inside, rest, change) };
}
