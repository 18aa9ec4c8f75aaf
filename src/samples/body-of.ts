import type { Sample } from "../spec/operation.ts";
import { isObject } from "./is-object.ts";

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
