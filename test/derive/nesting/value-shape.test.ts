import { describe, expect, test } from "vitest";
import type { ValueShape } from "../../../src/derive/nesting/value-shape.ts";
import { jsonShape, show, xmlShape } from "./shapes.ts";

describe("the shape of a JSON value", () => {
  test.each([
    [
      "single values by their kinds",
      { a: "x", b: 1, c: 1.5, d: true },
      "{a: string, b: integer, c: float, d: boolean}",
    ],
    ["objects in objects", { a: { b: "x" } }, "{a: {b: string}}"],
    [
      "a list by its items, taken together",
      { a: [{ b: 1 }, { c: "x" }] },
      "{a: [{b: integer, c: string}]}",
    ],
    ["the innermost items of lists in lists", { a: [[{ b: 1 }]] }, "{a: [{b: integer}]}"],
    ["an empty list as a list", { a: [] }, "{a: [?]}"],
    ["an empty object as no list", { a: {} }, "{a: ?}"],
    ["nothing of null and empty texts", { a: null, b: "" }, "{a: ~?, b: ~?}"],
    ["names without the blanks around them", { " a ": 1 }, "{a: integer}"],
    ["members named like built-in properties", { constructor: 1 }, "{constructor: integer}"],
  ])("has %s", (_, value, shape) => {
    expect(show(jsonShape(value))).toBe(shape);
  });

  test("has all that several values show", () => {
    expect(show(jsonShape({ a: 1 }, { a: "x", b: true }))).toBe("{a: integer|string, b: boolean}");
  });

  test("is looked into as deep as samples may be", () => {
    let value: object = {};
    for (let depth = 0; depth < 900; depth += 1) value = { in: value };

    expect(depthOf(jsonShape(value))).toBeGreaterThan(900);
  });
});

describe("the shape of an XML value", () => {
  test("leaves open whether what stands alone is a list", () => {
    expect(show(xmlShape({ a: { b: "x" } }))).toBe("~{a: ~{b: ~string}}");
  });

  test("has a list where elements repeat", () => {
    expect(show(xmlShape({ a: { b: ["x", "y"] } }))).toBe("~{a: ~{b: [string]}}");
  });
});

function depthOf({ members }: ValueShape): number {
  return 1 + Math.max(0, ...[...members.values()].map(depthOf));
}
