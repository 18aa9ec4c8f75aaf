import { describe, expect, test } from "vitest";
import { findInSample } from "../../../src/derive/nesting/find-in-sample.ts";
import { jsonShape, show } from "./shapes.ts";

describe("a name is found in a sample", () => {
  test.each([
    ["at once", { A: 1 }, "A", []],
    ["inside wrappers", { Books: { Book: [{ A: 1 }] } }, "A", ["Books", "Book"]],
    ["at the nearest of its places", { B: { C: { A: 1 } }, D: { A: 1 } }, "A", ["D"]],
    ["behind three wrappers", { B: { C: { D: { A: 1 } } } }, "A", ["B", "C", "D"]],
  ])("%s", (_, sample, name, via) => {
    expect(findInSample(jsonShape(sample), name)?.via).toEqual(via);
  });

  test("with what it has there", () => {
    const found = findInSample(jsonShape({ B: { A: [2.5] } }), "A");

    expect(found && show(found.shape)).toBe("[float]");
  });
});

test.each([
  ["behind a fourth wrapper", { B: { C: { D: { E: { A: 1 } } } } }],
  ["in another spelling", { a: 1 }],
])("a name is not found %s", (_, sample) => {
  expect(findInSample(jsonShape(sample), "A")).toBeUndefined();
});

test("nothing is found without a sample", () => {
  expect(findInSample(undefined, "A")).toBeUndefined();
});
