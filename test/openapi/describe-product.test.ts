import { describe, expect, test } from "vitest";
import { describeOperation } from "../../src/openapi/describe-operation.ts";
import { describeProduct } from "../../src/openapi/describe-product.ts";
import { describeSchema } from "../../src/openapi/describe-schema.ts";
import type { JsonObject } from "../../src/openapi/document.ts";
import type { Operation, Shape } from "../../src/spec/operation.ts";

const product = { product: "Library", version: "2020-01-02" };
const operation: Operation = {
  ...product,
  action: "LendBook",
  page: "pages/LendBook.md",
  summary: "Lends a book.\n\nTo anybody.",
  request: [{ name: "BookId", type: "string", required: true, line: 5 }],
  response: [{ name: "LoanId", type: "string", required: true }],
  errors: [],
  samples: [],
};

describe("a shape as JSON Schema", () => {
  const open = { closed: false, values: [{ value: "a", meaning: "First." }, { value: "b" }] };
  test.each<[idea: string, shape: Shape, schema: JsonObject]>([
    ["a long", { type: "long" }, { type: "integer", format: "int64" }],
    ["a value of any type", { type: "any" }, {}],
    [
      "values that may be others",
      { type: "string", enum: open },
      {
        anyOf: [
          { type: "string", enum: ["a", "b"], "x-enum-descriptions": ["First.", ""] },
          { type: "string" },
        ],
      },
    ],
    [
      "the only values",
      { type: "integer", enum: { closed: true, values: [{ value: "1" }] } },
      { type: "integer", enum: [1] },
    ],
    [
      "characters",
      { type: "string", length: { min: 2, line: 3 } },
      { type: "string", minLength: 2 },
    ],
    ["a size", { type: "integer", range: { max: 9 } }, { type: "integer", maximum: 9 }],
    [
      "the size of a number that is a text",
      { type: "string", range: { min: 1 } },
      { type: "string", "x-range": { minimum: 1 } },
    ],
    [
      "items, and how they are written",
      { type: "array", style: "comma", count: { max: 3 }, items: { type: "string" } },
      { type: "array", "x-wire-style": "comma", maxItems: 3, items: { type: "string" } },
    ],
    [
      "a map",
      { type: "map", style: "json", values: { type: "string" } },
      { type: "object", "x-wire-style": "json", additionalProperties: { type: "string" } },
    ],
    [
      "an object, and what it has to have",
      { type: "object", members: [{ name: "A", type: "string", required: true, example: "x" }] },
      {
        type: "object",
        properties: { A: { type: "string", examples: ["x"] } },
        required: ["A"],
      },
    ],
    [
      "an example that is no value",
      {
        type: "object",
        members: [{ name: "A", type: "integer", required: false, example: "1-9" }],
      },
      { type: "object", properties: { A: { type: "integer", "x-example": "1-9" } } },
    ],
  ])("has %s", (_, shape, schema) => {
    expect(describeSchema(shape)).toEqual(schema);
  });
});

describe("an operation", () => {
  test("is told from others by what is not sent, and by what is", () => {
    const { paths } = describeProduct(product, [operation]);

    expect(paths).toMatchObject({
      "/#LendBook": {
        post: {
          operationId: "LendBook",
          summary: "Lends a book.",
          parameters: [
            { name: "Action", in: "query", schema: { const: "LendBook" } },
            { name: "Version", in: "query", schema: { const: "2020-01-02" } },
          ],
          "x-page": "pages/LendBook.md",
        },
      },
    });
  });

  test("has its errors by their status", () => {
    const errors = [
      { code: "NotFound.Book", status: 404, message: "No such book." },
      { code: "Throttling" },
    ];

    const { responses } = describeOperation({ ...operation, errors }).post as {
      readonly responses: JsonObject;
    };

    expect(responses).toMatchObject({
      404: { description: "The call was refused.\n- NotFound.Book: No such book." },
      default: { description: "The call was refused.\n- Throttling" },
    });
  });

  test("has its samples, but not those of failed calls", () => {
    const samples = [
      { kind: "json", line: 1, text: '{"LoanId": "l-1"}' },
      { kind: "json", line: 2, text: '{"Code": "NotFound.Book", "Message": "No such book."}' },
      { kind: "json", line: 3, text: "no JSON" },
    ] as const;

    const text = JSON.stringify(describeOperation({ ...operation, samples }));

    expect(text).toContain('"examples":{"sample1":{"value":{"LoanId":"l-1"}}}');
  });

  test("says how it pages, and what it waits for", () => {
    const pagination = { kind: "token", token: "Marker", next: "Marker", items: "Books" } as const;
    const waiter = { state: "State", settled: ["active"], line: 4 };

    expect(describeOperation({ ...operation, pagination, waiter }).post).toMatchObject({
      "x-pagination": pagination,
      "x-waiter": { state: "State", settled: ["active"] },
    });
  });
});
