import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Member, ScalarShape, Shape } from "../../spec/operation.ts";
import { isJsonObject, type Json, type JsonObject } from "../wire/json.ts";

/**
 * Converts a request value to the form of the response; returns `undefined` where the types do not match.
 *
 * `"20"` becomes 20 for a number, and `tcp` becomes `TCP` where that is documented. `shown` is the
 * sample's value: its other members stay.
 */
export function toShape(value: Json, shape: Shape, shown?: Json): Json | undefined {
  if (isScalarShape(shape)) return toScalar(value, shape);
  switch (shape.type) {
    case "array":
      return Array.isArray(value)
        ? toItems(value as readonly Json[], shape.items, shown)
        : undefined;
    case "object":
      return toObject(value, shape.members, shown);
    case "map":
      return isJsonObject(value) ? value : undefined;
  }
}

function toItems(items: readonly Json[], shape: Shape, shown?: Json): Json | undefined {
  const [first] = Array.isArray(shown) ? (shown as readonly Json[]) : [];
  const converted = items.map((item) => toShape(item, shape, first));
  return converted.every((item) => item !== undefined) ? converted : undefined;
}

function toObject(value: Json, members: readonly Member[], shown?: Json): Json | undefined {
  if (isJsonObject(value)) return overlay(isJsonObject(shown) ? shown : {}, members, value);
  // Responses may enclose a list in an object: `Disks.Disk[]`.
  const [only, ...others] = members;
  if (!Array.isArray(value) || only?.type !== "array" || others.length > 0) return undefined;
  const list = toShape(value, only, isJsonObject(shown) ? shown[only.name] : undefined);
  return list === undefined ? undefined : { [only.name]: list };
}

/** Overlays an object of a response with known values, where names and types match. */
export function overlay(
  shown: JsonObject,
  members: readonly Member[],
  values: JsonObject,
): JsonObject {
  const result = new Map<string, Json>(Object.entries(shown));
  for (const member of members) {
    const value = Object.hasOwn(values, member.name) ? values[member.name] : undefined;
    const converted = value === undefined ? undefined : toShape(value, member, shown[member.name]);
    if (converted !== undefined) result.set(member.name, converted);
  }
  return Object.fromEntries(result);
}

function toScalar(value: Json, shape: ScalarShape): Json | undefined {
  if (typeof value === "object") return undefined;
  const text = String(value);
  switch (shape.type) {
    case "any":
      return value;
    case "string":
      return (
        shape.enum?.values
          .map((documented) => String(documented.value))
          .find((documented) => documented.toLowerCase() === text.toLowerCase()) ?? text
      );
    case "boolean":
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === "true" : undefined;
    case "integer":
    case "long": {
      if (!/^-?\d+$/.test(text)) return undefined;
      return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
    }
    case "float":
    case "double":
    case "number":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
  }
}
