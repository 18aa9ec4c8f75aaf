import type { ScalarType } from "../spec/operation.ts";

/** What a type cell says. */
export type TypeExpression =
  | { readonly kind: "scalar"; readonly type: ScalarType; readonly format?: string }
  /** A list; without `items` the cell does not say of what. */
  | { readonly kind: "list"; readonly items?: TypeExpression }
  /** An object; its members are described elsewhere. */
  | { readonly kind: "object" }
  | { readonly kind: "map" };

const words: Readonly<Record<string, TypeExpression>> = {
  string: { kind: "scalar", type: "string" },
  integer: { kind: "scalar", type: "integer" },
  int: { kind: "scalar", type: "integer" },
  long: { kind: "scalar", type: "long" },
  float: { kind: "scalar", type: "float" },
  double: { kind: "scalar", type: "double" },
  number: { kind: "scalar", type: "number" },
  boolean: { kind: "scalar", type: "boolean" },
  bool: { kind: "scalar", type: "boolean" },
  date: { kind: "scalar", type: "string", format: "date-time" },
  datetime: { kind: "scalar", type: "string", format: "date-time" },
  any: { kind: "scalar", type: "any" },
  json: { kind: "scalar", type: "any" },
  array: { kind: "list" },
  list: { kind: "list" },
  repeatlist: { kind: "list" },
  object: { kind: "object" },
  struct: { kind: "object" },
  map: { kind: "map" },
};

/** Reads `String`, `Array of String`, `List<LogFile>`, `String[]`; nothing when it is no type. */
export function parseType(text: string): TypeExpression | undefined {
  const plain = text.trim();
  const word = plain.toLowerCase();
  if (Object.hasOwn(words, word)) return words[word];
  const items =
    /^(?:array|list) of (?<items>.+)$/i.exec(plain) ??
    /^(?:array|list)<(?<items>.+)>$/i.exec(plain) ??
    /^(?<items>.+)\[\]$/.exec(plain);
  if (items?.groups?.items === undefined) return undefined;
  const name = items.groups.items;
  // A name that is no type's word is that of a structure described in further rows.
  const inner = parseType(name) ?? (/^[A-Za-z]\w*$/.test(name) ? { kind: "object" } : undefined);
  return inner === undefined ? undefined : { kind: "list", items: inner };
}
