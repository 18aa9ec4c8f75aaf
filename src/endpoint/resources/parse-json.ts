import type { Json } from "./json.ts";

/** A text, or an integer of so many digits that a double may not hold it. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?![\d.eE])/g;
const MARK = "\u0000";

/** Reads a JSON text; nothing where it is none. Integers that a double cannot hold become bigints. */
export function parseJson(text: string): Json | undefined {
  const marked = text.replace(TOKEN, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"\\u0000${token}"`,
  );
  try {
    return JSON.parse(marked, (_, value: unknown) =>
      typeof value === "string" && value.startsWith(MARK) ? BigInt(value.slice(1)) : value,
    ) as Json;
  } catch {
    return undefined;
  }
}
