import { describe, expect, test } from "vitest";
import { printExample } from "../../src/emit/print-example.ts";
import type { TypeModel } from "../../src/model/package-model.ts";
import { property, range, shape } from "./property.ts";

describe("an example is made of the page's", () => {
  const cases: readonly (readonly [
    title: string,
    { readonly given: TypeModel; readonly example?: string; readonly want: string },
  ])[] = [
    ["text", { given: { kind: "string" }, example: "tcp", want: '"tcp"' }],
    ["text without an example", { given: { kind: "string" }, want: '""' }],
    ["a number", { given: { kind: "integer" }, example: "20", want: "20" }],
    ["a number that is none", { given: { kind: "number" }, example: "1; evil()", want: "1" }],
    ["a number too large to be one", { given: { kind: "number" }, example: "1e999", want: "1" }],
    ["a number of blanks", { given: { kind: "integer" }, example: " ", want: "1" }],
    ["a long number", { given: { kind: "long" }, example: "42", want: "42" }],
    [
      "a number too long to be exact",
      { given: { kind: "long" }, example: "9007199254740993", want: '"9007199254740993"' },
    ],
    ["a bool", { given: { kind: "boolean" }, example: "True", want: "true" }],
    ["a bool without an example", { given: { kind: "boolean" }, want: "false" }],
    [
      "a point in time",
      {
        given: { kind: "dateTime" },
        example: "2024-05-06T07:08:09Z",
        want: '"2024-05-06T07:08:09Z"',
      },
    ],
    ["a point in time without an example", { given: { kind: "dateTime" }, want: "new Date()" }],
    ["something unknown", { given: { kind: "unknown", style: "flat" }, example: "x", want: '"x"' }],
    [
      "a list",
      {
        given: { kind: "list", style: "flat", items: { kind: "string" } },
        example: "a",
        want: '["a"]',
      },
    ],
    ["a map", { given: { kind: "map", style: "flat", values: { kind: "string" } }, want: "{}" }],
    ["an object", { given: { kind: "object", style: "flat", shape: range }, want: "{ From: 1 }" }],
  ];

  test.each(cases)("%s", (_, { given, example, want }) => {
    const member = example === undefined ? {} : { example };

    expect(printExample(shape([property(given, { member })]))).toBe(`{ Name: ${want} }`);
  });
});

test("what may be left out is left out", () => {
  expect(printExample(shape([property({ kind: "string" }, { optional: true })]))).toBe("{}");
});
