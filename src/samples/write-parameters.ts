import type { InterfaceModel, TypeModel } from "../model/package-model.ts";
import { isObject } from "./is-object.ts";

/**
 * Writes a request as parameters, by the wire styles of its members.
 *
 * Independent of the packages' serializers. For requests that `readRequest` returns.
 */
export function writeParameters(
  request: Readonly<Record<string, unknown>>,
  shape: InterfaceModel,
): Record<string, string> {
  return Object.fromEntries(members(request, shape, ""));
}

type Parameter = readonly [name: string, value: string];

function members(value: unknown, { properties }: InterfaceModel, prefix: string): Parameter[] {
  if (!isObject(value)) return [];
  return properties.flatMap(({ name, type }) => {
    const inner = Object.hasOwn(value, name) ? value[name] : undefined;
    return inner === undefined
      ? []
      : write(inner, type, prefix === "" ? name : `${prefix}.${name}`);
  });
}

function write(value: unknown, type: TypeModel, key: string): Parameter[] {
  if ("style" in type && type.style === "json" && typeof value !== "string") {
    return [[key, JSON.stringify(value)]];
  }
  if ("style" in type && type.style === "comma" && Array.isArray(value)) {
    return [[key, value.join(",")]];
  }
  if (type.kind === "list" && Array.isArray(value)) {
    return value.flatMap((item, index) => write(item, type.items, `${key}.${String(index + 1)}`));
  }
  if (type.kind === "map" && isObject(value)) {
    const entries = Object.entries(value);
    return entries.flatMap(([name, inner]) => write(inner, type.values, `${key}.${name}`));
  }
  if (type.kind === "object") return members(value, type.shape, key);
  return [[key, typeof value === "string" ? value : JSON.stringify(value)]];
}
