import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Bounds, Member, ScalarShape, ScalarValue, Shape } from "../spec/operation.ts";
import type { Json, JsonObject } from "./document.ts";

/**
 * Converts a shape to JSON Schema 2020-12, the dialect of OpenAPI 3.1. Extensions carry the rest:
 *
 * - `x-wire-style`: the encoding of a list or an object in parameters.
 * - `x-range` and `x-count`: bounds of numbers and lists that are written as text.
 * - `x-unit`: the unit of a value.
 * - `x-enum-descriptions`: meanings, in the order of `enum`.
 */
export function describeSchema(shape: Shape): JsonObject {
  if (isScalarShape(shape)) return describeScalar(shape);
  switch (shape.type) {
    case "array":
      return {
        type: "array",
        ...styleOf(shape),
        ...bounds(shape.count, ["minItems", "maxItems"]),
        items: describeSchema(shape.items),
      };
    case "object":
      return { ...describeObject(shape.members), ...styleOf(shape) };
    case "map":
      return {
        type: "object",
        ...styleOf(shape),
        additionalProperties: describeSchema(shape.values),
      };
  }
}

/** Returns the schema of an object with these members. */
export function describeObject(members: readonly Member[]): JsonObject {
  const required = members.filter((member) => member.required).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(members.map((member) => [member.name, describeMember(member)])),
    ...(required.length === 0 ? {} : { required }),
  };
}

function describeMember(member: Member): JsonObject {
  const { description, example, filledBy, idempotencyToken, conditions } = member;
  return {
    ...describeSchema(member),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : exampleOf(member, example)),
    ...(filledBy === undefined ? {} : { "x-filled-by": filledBy }),
    ...(idempotencyToken === undefined ? {} : { "x-idempotency-token": true }),
    ...(conditions === undefined ? {} : { "x-conditions": conditions.map(toJson) }),
  };
}

/** JSON Schema types by those of the spec; the formats are from OpenAPI's registry. */
const types: Readonly<Record<ScalarShape["type"], JsonObject>> = {
  string: { type: "string" },
  integer: { type: "integer" },
  long: { type: "integer", format: "int64" },
  float: { type: "number", format: "float" },
  double: { type: "number", format: "double" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  any: {},
};

function describeScalar(shape: ScalarShape): JsonObject {
  const { type, format, default: initial, length, range, count, pattern, unit } = shape;
  const isNumber = !["string", "boolean", "any"].includes(type);
  return {
    ...valuesOf(shape),
    ...(format === undefined ? {} : { format }),
    ...(initial === undefined ? {} : { default: initial.value }),
    ...(type === "string" ? bounds(length, ["minLength", "maxLength"]) : {}),
    ...(isNumber ? bounds(range, ["minimum", "maximum"]) : extension("x-range", range)),
    ...extension("x-count", count),
    ...(pattern === undefined ? {} : { pattern: pattern.value }),
    ...(unit === undefined ? {} : { "x-unit": unit.value }),
  };
}

/** The type and its documented values. An open set accepts any other value of the type. */
function valuesOf({ type, enum: documented }: ScalarShape): JsonObject {
  const base = types[type];
  // The type already implies both values.
  if (documented === undefined || type === "boolean") return base;
  const values = new Map(
    documented.values.map(({ value, meaning }) => [valueOf(value, type), meaning]),
  );
  const listed = {
    ...base,
    enum: [...values.keys()],
    ...([...values.values()].some((meaning) => meaning !== undefined)
      ? { "x-enum-descriptions": [...values.values()].map((meaning) => meaning ?? "") }
      : {}),
  };
  if (documented.closed) return listed;
  return Object.keys(base).length === 0 ? listed : { anyOf: [listed, base] };
}

/** Converts a documented value to its type, because pages write numbers as text. */
function valueOf(value: ScalarValue, type: ScalarShape["type"]): ScalarValue {
  if (type === "string") return String(value);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return type === "any" || Number.isNaN(number) ? value : number;
}

/** The example, or `x-example` where the cell's text is not a value of its type. */
function exampleOf(shape: Shape, text: string): JsonObject {
  if (!isScalarShape(shape)) return { "x-example": text };
  const { type } = shape;
  if (type === "string" || type === "any") return { examples: [text] };
  if (type === "boolean") {
    return /^(?:true|false)$/i.test(text)
      ? { examples: [text.toLowerCase() === "true"] }
      : { "x-example": text };
  }
  const number = Number(text);
  const fits = text.trim() !== "" && Number.isFinite(number) && Math.abs(number) <= 2 ** 53;
  return fits ? { examples: [number] } : { "x-example": text };
}

function bounds(given: Bounds | undefined, [least, most]: readonly [string, string]): JsonObject {
  if (given === undefined) return {};
  const { min, max } = given;
  return {
    ...(min === undefined ? {} : { [least]: min }),
    ...(max === undefined ? {} : { [most]: max }),
  };
}

function extension(name: string, given: Bounds | undefined): JsonObject {
  return given === undefined ? {} : { [name]: bounds(given, ["minimum", "maximum"]) };
}

function styleOf({ style }: { readonly style?: string }): JsonObject {
  return style === undefined ? {} : { "x-wire-style": style };
}

/** Copies plain data of the spec, without line numbers. */
function toJson(value: object): Json {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === "line" ? undefined : inner)),
  ) as Json;
}
