import { describe, expect, test } from "vitest";
import { printType, usesOpen } from "../../src/emit/print-type.ts";
import type { TypeModel } from "../../src/model/package-model.ts";
import { range } from "./property.ts";

const object: TypeModel = { kind: "object", style: "flat", shape: range };

function list(items: TypeModel): TypeModel {
  return { kind: "list", style: "flat", items };
}

describe("a type in a request and in a response", () => {
  const cases: readonly (readonly [
    title: string,
    { readonly given: TypeModel; readonly request: string; readonly response: string },
  ])[] = [
    ["text", { given: { kind: "string" }, request: "string", response: "string" }],
    [
      "text with documented values",
      {
        given: { kind: "string", values: "Protocol" },
        request: "Open<Protocol>",
        response: "Open<Protocol>",
      },
    ],
    [
      "a point in time",
      { given: { kind: "dateTime" }, request: "string | Date", response: "string" },
    ],
    ["an integer", { given: { kind: "integer" }, request: "number", response: "number" }],
    [
      "a number with documented values",
      { given: { kind: "number", values: "Size" }, request: "Open<Size>", response: "Open<Size>" },
    ],
    [
      "an integer of 64 bits",
      { given: { kind: "long" }, request: "number | bigint | string", response: "number | string" },
    ],
    ["a bool", { given: { kind: "boolean" }, request: "boolean", response: "boolean" }],
    [
      "something unknown",
      { given: { kind: "unknown", style: "flat" }, request: "unknown", response: "unknown" },
    ],
    ["an object", { given: object, request: "PortRange", response: "PortRange" }],
    ["a list", { given: list(object), request: "readonly PortRange[]", response: "PortRange[]" }],
    [
      "a list of lists",
      {
        given: list(list({ kind: "string" })),
        request: "readonly (readonly string[])[]",
        response: "string[][]",
      },
    ],
    [
      "a list of alternatives",
      {
        given: list({ kind: "long" }),
        request: "readonly (number | bigint | string)[]",
        response: "(number | string)[]",
      },
    ],
    [
      "a map",
      {
        given: { kind: "map", style: "json", values: object },
        request: "Readonly<Record<string, PortRange>>",
        response: "Record<string, PortRange>",
      },
    ],
  ];

  test.each(cases)("%s", (_, { given, request, response }) => {
    expect(printType(given, "request")).toBe(request);
    expect(printType(given, "response")).toBe(response);
  });
});

test.each([
  [{ kind: "string", values: "A" }, true],
  [{ kind: "string" }, false],
  [{ kind: "long", values: "A" }, false],
  [list(list({ kind: "integer", values: "A" })), true],
  [{ kind: "map", style: "flat", values: { kind: "number", values: "A" } }, true],
  [list(object), false],
] as const)("%j needs Open: %s", (type, expected) => {
  expect(usesOpen(type)).toBe(expected);
});
