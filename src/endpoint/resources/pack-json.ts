import type { Json } from "./json.ts";
import { parseJson } from "./parse-json.ts";
import { writeJson } from "./write-json.ts";

/** Marks texts with bigints, which take longer to read. */
const MARK = " ";

/** A value as one text, which takes a fifth of its memory. */
export function packJson(value: Json): string {
  return hasBigint(value) ? MARK + writeJson(value) : JSON.stringify(value);
}

/** The value that was packed. */
export function unpackJson(text: string): Json {
  if (!text.startsWith(MARK)) return JSON.parse(text) as Json;
  return parseJson(text.slice(MARK.length)) ?? null;
}

function hasBigint(value: Json): boolean {
  if (typeof value !== "object" || value === null) return typeof value === "bigint";
  return Object.values(value).some(hasBigint);
}
