import { describe, expect, test } from "vitest";
import { mergeShapes } from "../../../src/derive/nesting/merge-shapes.ts";
import { jsonShape, show, xmlShape } from "./shapes.ts";

describe("JSON and XML samples of one answer", () => {
  test.each([
    ["members of both", { Name: "a" }, { Age: "9" }, "{Name: string, Age: ~string}"],
    ["the kinds of values that JSON has", { Age: 9 }, { Age: "9" }, "{Age: integer}"],
    [
      "the kinds that XML has, where JSON shows no value",
      { Age: null },
      { Age: "9" },
      "{Age: ~string}",
    ],
    [
      "a list that JSON shows, where XML has one item",
      { Book: [{ Title: "a" }] },
      { Book: { Title: "a" } },
      "{Book: [{Title: string}]}",
    ],
    [
      "no list where JSON has an object",
      { Book: { Title: "a" } },
      { Book: [{ Title: "a" }, { Title: "b" }] },
      "{Book: {Title: string}}",
    ],
    [
      "a list that only XML shows",
      { Book: null },
      { Book: [{ Title: "a" }, { Title: "b" }] },
      "{Book: [{Title: ~string}]}",
    ],
    [
      "the wrapper of a list that JSON leaves out",
      { Books: [{ Title: "a" }] },
      { Books: { Book: { Title: "a" } } },
      "{Books: {Book: [{Title: string}]}}",
    ],
    [
      "the wrapper of a list that JSON makes a list",
      { Books: [{ Book: { Title: "a" } }] },
      { Books: { Book: [{ Title: "a" }, { Title: "b" }] } },
      "{Books: {Book: {Title: string}}}",
    ],
    [
      "no element that XML needs for the items of a list",
      { Books: [{ Title: "a" }] },
      { Books: { element: { Title: "a" } } },
      "{Books: [{Title: string}]}",
    ],
    [
      "the name of items that JSON has, of two",
      { Books: { Item: [{ Title: "a" }] } },
      { Books: { Book: { Title: "a" } } },
      "{Books: {Item: [{Title: string}]}}",
    ],
  ])("have %s", (_, json, xml, merged) => {
    expect(show(mergeShapes(jsonShape(json), xmlShape(xml)))).toBe(merged);
  });

  test("are taken as they are where there is only one of them", () => {
    const shape = jsonShape({ Name: "a" });

    expect(mergeShapes(shape, undefined)).toBe(shape);
    expect(mergeShapes(undefined, shape)).toBe(shape);
    expect(show(mergeShapes(undefined, undefined))).toBe("~?");
  });
});
