import { expect, test } from "vitest";
import { uniteShapes } from "../../../src/derive/nesting/unite-shapes.ts";
import { jsonShape, show, xmlShape } from "./shapes.ts";

test.each([
  ["what it lacks, as foreign", { A: 1 }, { B: { C: "x" } }, "{A: integer, B: *{C: *string}}"],
  [
    "members inside what both have",
    { A: { B: 1 } },
    { A: { C: 2 } },
    "{A: {B: integer, C: *integer}}",
  ],
  ["no name that it has elsewhere near", { A: { B: 1 } }, { B: 1 }, "{A: {B: integer}}"],
  ["no kinds of values that it knows", { A: 1 }, { A: "x" }, "{A: integer}"],
  ["kinds of values that it does not know", { A: null }, { A: "x" }, "{A: string}"],
  ["no list where it has an object", { A: { B: 1 } }, { A: [{ B: 1 }] }, "{A: {B: integer}}"],
  ["a list where it shows nothing", { A: null }, { A: [{ B: 1 }] }, "{A: [{B: *integer}]}"],
  [
    "members of items, whose wrapper it has alone",
    { Books: { Book: [{ Title: "a" }] } },
    { Books: [{ Title: "a", Year: 1 }] },
    "{Books: {Book: [{Title: string, Year: *integer}]}}",
  ],
  [
    "members of items, without the other's wrapper",
    { Books: [{ Title: "a" }] },
    { Books: { Book: [{ Title: "a", Year: 1 }] } },
    "{Books: [{Title: string, Year: *integer}]}",
  ],
])("a page's shape takes from another page %s", (_, own, other, united) => {
  expect(show(uniteShapes(jsonShape(own), jsonShape(other)))).toBe(united);
});

test("what only XML shows on a page becomes a list by another page's JSON", () => {
  const own = xmlShape({ A: { B: "x" } });

  expect(show(uniteShapes(own, jsonShape({ A: [{ B: "x" }] })))).toBe("~{A: [{B: string}]}");
});

test("without a shape of its own a page has that of another", () => {
  expect(show(uniteShapes(undefined, jsonShape({ A: 1 })))).toBe("*{A: *integer}");
});
