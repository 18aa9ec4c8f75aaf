import type { InterfaceModel, TypeModel } from "../model/package-model.ts";
import { isObject } from "../samples/is-object.ts";

/** A difference between the JSON and the XML sample of one response. */
export interface TwinDifference {
  readonly path: string;
  readonly name: string;
  /**
   * - `content`: both samples have values of the same form, but different ones.
   * - `undocumented`: no row documents the member.
   * - `form`: one value is a list, an object or a scalar, and the other is of another kind.
   */
  readonly kind: "content" | "undocumented" | "form";
}

/** Compares the value decoded from an XML sample with the value of the JSON sample beside it. */
export function compareTwins(
  twins: { readonly json: unknown; readonly xml: unknown },
  shape: InterfaceModel,
): TwinDifference[] {
  return compareMembers(twins.json, twins.xml, shape, "");
}

function compareMembers(
  json: unknown,
  xml: unknown,
  { properties }: InterfaceModel,
  path: string,
): TwinDifference[] {
  if (!isObject(json) || !isObject(xml)) {
    return isEmpty(json) && isEmpty(xml) ? [] : [{ path, name: lastOf(path), kind: "form" }];
  }
  const types = new Map(properties.map(({ name, type }) => [name, type]));
  const names = new Set([...Object.keys(json), ...Object.keys(xml)]);
  return [...names].flatMap((name): TwinDifference[] => {
    const at = path === "" ? name : `${path}.${name}`;
    const type = types.get(name);
    const [one, other] = [json[name], xml[name]];
    if (type === undefined) {
      const same = JSON.stringify(one) === JSON.stringify(other) || isSameScalar(one, other);
      return same ? [] : [{ path: at, name, kind: "undocumented" }];
    }
    if (Object.hasOwn(json, name) && Object.hasOwn(xml, name)) return compare(one, other, type, at);
    return [{ path: at, name, kind: "content" }];
  });
}

function compare(json: unknown, xml: unknown, type: TypeModel, path: string): TwinDifference[] {
  const differ = (kind: TwinDifference["kind"]) => [{ path, name: lastOf(path), kind }];
  if (isEmpty(json) && isEmpty(xml)) return [];
  switch (type.kind) {
    case "object":
      return compareMembers(json, xml, type.shape, path);
    case "list": {
      if (!Array.isArray(json) || !Array.isArray(xml)) return differ("form");
      const found = json.length === xml.length ? [] : differ("content");
      const both = json.slice(0, xml.length);
      return [
        ...found,
        ...both.flatMap((item, index) => compare(item, xml[index], type.items, `${path}[]`)),
      ];
    }
    case "map": {
      if (!isObject(json) || !isObject(xml)) return differ("form");
      const names = Object.keys(json).filter((name) => Object.hasOwn(xml, name));
      return names.flatMap((name) => compare(json[name], xml[name], type.values, `${path}{}`));
    }
    case "unknown":
      // The type does not say how to decode it, so XML texts stay strings.
      return [];
    case "string":
    case "dateTime":
    case "integer":
    case "long":
    case "number":
    case "boolean":
      if (isSameScalar(json, xml)) return [];
      return differ(typeof json === typeof xml && typeof json !== "object" ? "content" : "form");
  }
}

/** Compares scalars as trimmed text: an undocumented value has no type, so XML decodes it to a string. */
function isSameScalar(one: unknown, other: unknown): boolean {
  return isScalar(one) && isScalar(other) && textOf(one) === textOf(other);
}

type Scalar = string | number | boolean | null | undefined;

function isScalar(value: unknown): value is Scalar {
  return typeof value !== "object" || value === null;
}

function textOf(value: Scalar): string {
  return String(value ?? "").trim();
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) ? Object.keys(value).length === 0 : value === "" || value === null;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).replaceAll(/[[\]{}]/g, "");
}
