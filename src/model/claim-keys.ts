import { NameTable } from "./name-table.ts";

/** Keys for texts, in their order. A text that is its own key keeps it, whatever stands before it. */
export function claimKeys(texts: readonly string[], keyOf: (text: string) => string): string[] {
  const keys = new NameTable({ taken: texts.filter((text) => keyOf(text) === text) });
  return texts.map((text) => (keyOf(text) === text ? text : keys.claim(keyOf(text))));
}
