import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fromJSONSchema } from "zod";
import { writePositions } from "../../src/spec/positions.ts";
import { writeOperation } from "../../src/spec/write-operation.ts";
import { writeSchemas } from "../../src/spec/write-schemas.ts";
import { everyShape } from "./every-shape.ts";

interface Schema {
  readonly $schema?: string;
  readonly [keyword: string]: unknown;
}

const schemas = new Map(
  [...writeSchemas()].map(([name, text]) => [name, JSON.parse(text) as Schema]),
);

test("there is a schema for each kind of file", () => {
  expect([...schemas.keys()]).toEqual([
    "operation.schema.json",
    "overlay.schema.json",
    "positions.schema.json",
    "product.schema.json",
  ]);
});

describe.each([...schemas])("%s", (_, schema) => {
  test("says which JSON Schema it is written in", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });

  test("has every definition that it refers to", () => {
    const references = objectsIn(schema).flatMap(({ $ref }) =>
      typeof $ref === "string" ? $ref : [],
    );

    for (const reference of references) expect(resolve(schema, reference)).toBeDefined();
  });

  test("allows no key that it does not name", () => {
    const open = objectsIn(schema).filter(
      (part) => "properties" in part && part.additionalProperties !== false,
    );

    expect(open).toEqual([]);
  });

  test("requires keys that it names", () => {
    for (const { required, properties } of objectsIn(schema)) {
      if (Array.isArray(required))
        expect(Object.keys(properties as object)).toEqual(expect.arrayContaining(required));
    }
  });
});

describe("an operation's file and the published schema", () => {
  const schema = fromJSONSchema(schemas.get("operation.schema.json") as never);
  const file = parse(writeOperation(everyShape)) as Record<string, unknown>;

  test("agree", () => {
    expect(schema.safeParse(file).error).toBeUndefined();
  });

  test.each([
    ["an unknown key", { ...file, zebra: 1 }],
    ["a missing key", { ...file, errors: undefined }],
    ["an unknown key of a member", { ...file, request: [{ ...everyShape.request[0], zebra: 1 }] }],
    ["an unknown type", { ...file, request: [{ ...everyShape.request[0], type: "zebra" }] }],
  ])("agree that %s is wrong", (_, changed) => {
    expect(schema.safeParse(JSON.parse(JSON.stringify(changed))).success).toBe(false);
  });
});

describe("a positions file and the published schema", () => {
  const schema = fromJSONSchema(schemas.get("positions.schema.json") as never);
  const file = JSON.parse(writePositions(everyShape)) as Record<string, unknown>;

  test("agree", () => {
    expect(schema.safeParse(file).error).toBeUndefined();
  });

  test.each([
    ["an unknown key", { ...file, zebra: 1 }],
    ["a line before the first", { lines: { "request RegionId": 0 } }],
    ["a line that is a text", { lines: { "request RegionId": { line: "10" } } }],
  ])("agree that %s is wrong", (_, changed) => {
    expect(schema.safeParse(changed).success).toBe(false);
  });
});

function objectsIn(value: unknown): Schema[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Schema, ...inner];
}

function resolve(schema: Schema, reference: string): unknown {
  return reference
    .split("/")
    .slice(1)
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], schema);
}
