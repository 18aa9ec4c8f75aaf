import { limitFacts } from "../../text/limits.ts";

/** A kind of single value, as JSON tells them apart. */
export type ScalarKind = "string" | "integer" | "float" | "boolean";

/** What samples show at one place: of a list, what its items are like. */
export interface ValueShape {
  /** Seen as a list. */
  list: boolean;
  /** Seen as something that is surely no list; an XML element that stands alone may be one. */
  single: boolean;
  /** Seen as a JSON text, in a sample call. */
  text: boolean;
  /** Only another page of the operation shows it. */
  readonly foreign: boolean;
  /** The kinds of single values seen; XML has texts only. */
  readonly scalars: Set<ScalarKind>;
  /** What is inside, where objects were seen. */
  readonly members: Map<string, ValueShape>;
}

/** A place of which nothing has been seen. */
export function createValueShape(): ValueShape {
  return {
    list: false,
    single: false,
    text: false,
    foreign: false,
    scalars: new Set(),
    members: new Map(),
  };
}

/** How deep values are looked into; samples are not read at all where they are deeper. */
const deepest = limitFacts.sampleNesting.most;

/** Adds what a value shows. In XML an element that stands alone may be a list of one. */
export function addValue(
  shape: ValueShape,
  value: unknown,
  notation: "json" | "xml",
  depth = 0,
): void {
  if (Array.isArray(value)) {
    shape.list = true;
    for (const item of value as readonly unknown[]) addContent(shape, item, notation, depth);
  } else if (value !== null && value !== undefined && value !== "") {
    if (notation === "json") shape.single = true;
    addContent(shape, value, notation, depth);
  }
}

function addContent(
  shape: ValueShape,
  value: unknown,
  notation: "json" | "xml",
  depth: number,
): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    // A list in a list: pages document the innermost items.
    for (const item of value as readonly unknown[]) addContent(shape, item, notation, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const name = key.trim();
      const known = shape.members.get(name) ?? createValueShape();
      shape.members.set(name, known);
      addValue(known, inner, notation, depth + 1);
    }
  } else if (value !== null && value !== undefined && value !== "") {
    shape.scalars.add(kindOf(value));
  }
}

function kindOf(value: unknown): ScalarKind {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "float";
  return "string";
}
