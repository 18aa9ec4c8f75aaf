import { expect, test } from "vitest";
import { sampleShape } from "../../../src/derive/nesting/sample-shape.ts";
import { show } from "./shapes.ts";

test("answers in one notation are taken together", () => {
  const shape = sampleShape([
    { notation: "json", value: { a: 1 } },
    { notation: "json", value: { b: [2] } },
  ]);

  expect(shape && show(shape)).toBe("{a: integer, b: [integer]}");
});

test("XML alone is as good as it is", () => {
  const shape = sampleShape([{ notation: "xml", value: { a: "1" } }]);

  expect(shape && show(shape)).toBe("~{a: ~string}");
});

test("JSON says what XML leaves open, and XML what JSON leaves out", () => {
  const shape = sampleShape([
    { notation: "xml", value: { a: "1", b: { c: "2" } } },
    { notation: "json", value: { a: 1 } },
  ]);

  expect(shape && show(shape)).toBe("{a: integer, b: ~{c: ~string}}");
});

test.each([
  ["no answers", []],
  ["an answer without members", [{ notation: "json", value: ["a"] } as const]],
])("%s have no shape", (_, answers) => {
  expect(sampleShape(answers)).toBeUndefined();
});
