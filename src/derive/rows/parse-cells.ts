import { limitFacts } from "../../text/limits.ts";
import type { ScalarType } from "../../spec/operation.ts";

/** A part of a dotted parameter name. */
export interface NameSegment {
  readonly name: string;
  /** Followed by `.N` or `.1`: the part is a list, and what follows is inside an item. */
  readonly repeated: boolean;
}

/** How many parts a name can have, each of which may be followed by `N`; no page's limit is higher. */
const mostParts = 2 * limitFacts.nesting.most;

/** Reads `PortRanges.N.FromPort`, `Tag.1`, `A.B`; nothing when the text is not a parameter name. */
export function parseName(text: string): readonly NameSegment[] | undefined {
  const segments: { name: string; repeated: boolean }[] = [];
  const parts = text.split(".");
  if (parts.length > mostParts) return undefined;
  for (const part of parts) {
    const last = segments.at(-1);
    if (isIndex(part)) {
      if (last === undefined || last.repeated) return undefined;
      last.repeated = true;
    } else if (/^[A-Za-z_][\w:-]*$/.test(part)) {
      segments.push({ name: part, repeated: false });
    } else {
      return undefined;
    }
  }
  return segments.length === 0 ? undefined : segments;
}

/** Whether a part of a name stands for the items of a list: `N`, `1`. */
export function isIndex(part: string): boolean {
  return /^(?:[NnMm]|\d+)$/.test(part);
}

/** The path of a name in a spec: `PortRanges[].FromPort`. The item of a trailing list is left out. */
export function pathOf(segments: readonly NameSegment[]): string {
  return segments
    .map(({ name, repeated }, index) =>
      repeated && index < segments.length - 1 ? `${name}[]` : name,
    )
    .join(".");
}

/** What a type cell says. */
export type TypeExpression =
  | {
      readonly kind: "scalar";
      readonly type: ScalarType;
      readonly format?: string;
      /** The type says that the value is a text of JSON. */
      readonly json?: true;
    }
  /** A list; without `items` the cell does not say of what. */
  | { readonly kind: "list"; readonly items?: TypeExpression }
  /** An object; its members are described elsewhere, perhaps under the name of its class. */
  | { readonly kind: "object"; readonly class?: string }
  | { readonly kind: "map" };

const words: Readonly<Record<string, TypeExpression>> = {
  string: { kind: "scalar", type: "string" },
  integer: { kind: "scalar", type: "integer" },
  interger: { kind: "scalar", type: "integer" },
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
  json: { kind: "scalar", type: "any", json: true },
  jsonobject: { kind: "scalar", type: "any", json: true },
  jsonarray: { kind: "scalar", type: "any", json: true },
  "json string": { kind: "scalar", type: "any", json: true },
  array: { kind: "list" },
  list: { kind: "list" },
  repeatlist: { kind: "list" },
  object: { kind: "object" },
  struct: { kind: "object" },
  map: { kind: "map" },
};

/** Reads `String`, `Array of String`, `List<LogFile>`, `String[]`; nothing when it is no type. */
export function parseType(text: string): TypeExpression | undefined {
  const plain = text.replaceAll("\\", "").trim();
  const word = plain.toLowerCase();
  if (Object.hasOwn(words, word)) return words[word];
  if (plain.length > longestType) return undefined;
  const items = listForms.map((form) => form.exec(plain)?.groups?.items).find(Boolean);
  if (items !== undefined) {
    const inner = parseType(items);
    return inner === undefined ? undefined : { kind: "list", items: inner };
  }
  if (/^map\s*<.+>$/i.test(plain)) return { kind: "map" };
  // A name that is no type's word is that of a structure, which further rows or tables describe.
  return /^[A-Za-z]\w*$/.test(plain) ? { kind: "object", class: plain } : undefined;
}

/** Longer texts are no types; types in types must end somewhere. */
const longestType = 200;

const listForms = [
  /^(?:array|list|repeatlist|collection)\s+of\s+(?<items>.+)$/i,
  /^(?:array|list|set)\s*[<《＜](?<items>.+)[>》＞]$/i,
  /^(?<items>.*\S)\s*\[\s*\]$/,
  /^(?<items>.*\S)\s*(?:数组|列表|arrays?|lists?)$/i,
];

/** The name of the structure that a type or its items are. */
export function classOf(type: TypeExpression): string | undefined {
  if (type.kind === "list") return type.items === undefined ? undefined : classOf(type.items);
  return type.kind === "object" ? type.class : undefined;
}

const yes = new Set(["是", "必选", "必填", "必须", "必需", "yes", "true", "required", "y"]);
const no = new Set(["否", "可选", "选填", "非必选", "no", "false", "optional", "n"]);

/** Reads the cell that says whether a parameter is required; nothing when it says neither. */
export function parseRequired(text: string): boolean | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[。.]$/, "");
  if (yes.has(plain)) return true;
  if (no.has(plain)) return false;
  return undefined;
}
