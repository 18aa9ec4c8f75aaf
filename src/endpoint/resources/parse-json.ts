import type { Json } from "./json.ts";

/** Where texts begin and end, escapes in them, numbers, and what nests. */
const TOKEN = /"|\\.|-?\d[\d.eE+-]*|[[\]{}]/g;
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
