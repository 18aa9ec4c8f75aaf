import { isObject } from "./is-object.ts";

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
