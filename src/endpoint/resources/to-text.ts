import type { Json } from "./json.ts";
import { writeJson } from "./write-json.ts";

/** A single value as a request would have it. */
export function toText(value: Json): string {
  return typeof value === "string" ? value : writeJson(value);
}
