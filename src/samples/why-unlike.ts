import type { InterfaceModel, PropertyModel, TypeModel } from "../model/package-model.ts";
import { isObject } from "./is-object.ts";

/** A mismatch between a value and its type. */
export interface Unlikeness {
  readonly rule: "unknown-member" | "lacks-member" | "other-type";
  readonly path: string;
  /** The member's name, to locate it in the sample. */
  readonly name: string;
  readonly reason: string;
}

/** Lists the mismatches between a response and an interface. */
export function whyUnlike(value: unknown, shape: InterfaceModel, path = ""): Unlikeness[] {
  if (!isObject(value)) {
    const reason = `${path === "" ? "the answer" : path} is ${kindOf(value)}, and its row has members`;
    return [{ rule: "other-type", path, name: lastOf(path), reason }];
  }
  const { known, required } = indexOf(shape);
  const found = Object.entries(value).flatMap(([name, inner]): Unlikeness[] => {
    const at = path === "" ? name : `${path}.${name}`;
    const property = known.get(name);
    if (property !== undefined) return whyOther(inner, property.type, at);
    return [{ rule: "unknown-member", path: at, name, reason: `no row documents ${at}` }];
  });
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name): Unlikeness => {
      const at = path === "" ? name : `${path}.${name}`;
      return { rule: "lacks-member", path: at, name: "", reason: `${at} is missing` };
    });
  return [...found, ...missing];
}

/** The properties of an interface by name. Cached, because responses have lists of many objects. */
interface PropertyIndex {
  readonly known: ReadonlyMap<string, PropertyModel>;
  readonly required: readonly string[];
}

const indexes = new WeakMap<InterfaceModel, PropertyIndex>();

function indexOf(shape: InterfaceModel): PropertyIndex {
  const index = indexes.get(shape) ?? {
    known: new Map(shape.properties.map((property) => [property.name, property])),
    required: shape.properties.flatMap(({ name, optional }) => (optional ? [] : [name])),
  };
  indexes.set(shape, index);
  return index;
}

function whyOther(value: unknown, type: TypeModel, path: string): Unlikeness[] {
  const other = (expected: string): Unlikeness[] => [
    {
      rule: "other-type",
      path,
      name: lastOf(path),
      reason: `${path} is ${kindOf(value)}, and by its row ${expected}`,
    },
  ];
  switch (type.kind) {
    case "string":
    case "dateTime":
      return typeof value === "string" ? [] : other("a text");
    case "integer":
    case "number":
      return typeof value === "number" ? [] : other("a number");
    case "long":
      return typeof value === "number" || typeof value === "string" ? [] : other("a number");
    case "boolean":
      return typeof value === "boolean" ? [] : other("true or false");
    case "unknown":
      return [];
    case "list":
      return Array.isArray(value)
        ? value.flatMap((item) => whyOther(item, type.items, `${path}[]`))
        : other("a list");
    case "map":
      return isObject(value)
        ? Object.values(value).flatMap((item) => whyOther(item, type.values, `${path}{}`))
        : other("an object");
    case "object":
      return whyUnlike(value, type.shape, path);
  }
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (value === "") return "an empty text";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "an object";
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).replaceAll(/[[\]{}]/g, "");
}
