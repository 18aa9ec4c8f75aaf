import { describe, expect, test } from "vitest";
import {
  parseName,
  pathOf,
  parseRequired,
  parseType,
} from "../../../src/derive/rows/parse-cells.ts";

describe("a name is a path", () => {
  test.each([
    ["Title", "Title"],
    ["Shelf.Title", "Shelf.Title"],
    ["Rooms.N.Floor", "Rooms[].Floor"],
    ["Rooms.n.Shelves.m.Title", "Rooms[].Shelves[].Title"],
    ["Rooms.1.Floor", "Rooms[].Floor"],
    ["Rooms.12.Floor", "Rooms[].Floor"],
    ["Tags.N", "Tags"],
    ["x-shelf-id", "x-shelf-id"],
    ["Tag:Key", "Tag:Key"],
    ["_id", "_id"],
  ])("%s: %s", (text, path) => {
    expect(pathOf(parseName(text) ?? [])).toBe(path);
  });

  test.each(["", "标题", "N", "1", "Rooms.N.N", "Rooms..Floor", ".Floor", "Rooms.", "Room number"])(
    "%s is none",
    (text) => {
      expect(parseName(text)).toBeUndefined();
    },
  );
});

describe("a type", () => {
  const string = { kind: "scalar", type: "string" };

  test.each([
    ["String", string],
    ["string", string],
    [" STRING ", string],
    ["Integer", { kind: "scalar", type: "integer" }],
    ["int", { kind: "scalar", type: "integer" }],
    ["Long", { kind: "scalar", type: "long" }],
    ["Float", { kind: "scalar", type: "float" }],
    ["Double", { kind: "scalar", type: "double" }],
    ["Boolean", { kind: "scalar", type: "boolean" }],
    ["Bool", { kind: "scalar", type: "boolean" }],
    ["DateTime", { kind: "scalar", type: "string", format: "date-time" }],
    ["Json", { kind: "scalar", type: "any", json: true }],
    ["Array", { kind: "list" }],
    ["List", { kind: "list" }],
    ["RepeatList", { kind: "list" }],
    ["Struct", { kind: "object" }],
    ["Object", { kind: "object" }],
    ["Map", { kind: "map" }],
    ["Array of String", { kind: "list", items: string }],
    ["array of string", { kind: "list", items: string }],
    ["String[]", { kind: "list", items: string }],
    ["List<String>", { kind: "list", items: string }],
    ["Array of Shelf", { kind: "list", items: { kind: "object", class: "Shelf" } }],
    ["List<Shelf>", { kind: "list", items: { kind: "object", class: "Shelf" } }],
    ["Shelf[]", { kind: "list", items: { kind: "object", class: "Shelf" } }],
    ["Array of Array of String", { kind: "list", items: { kind: "list", items: string } }],
  ])("%s", (text, type) => {
    expect(parseType(text)).toEqual(type);
  });

  test("that is a name is that of a structure", () => {
    expect(parseType("Shelf")).toEqual({ kind: "object", class: "Shelf" });
    expect(parseType("constructor")).toEqual({ kind: "object", class: "constructor" });
  });

  test.each(["", "字符串", "String or Integer", "Array of", "Array of 书架"])(
    "%s is none",
    (text) => {
      expect(parseType(text)).toBeUndefined();
    },
  );
});

describe("the cell that says whether a parameter is required", () => {
  test.each([
    ["是", true],
    ["必选", true],
    ["必填", true],
    ["Yes", true],
    ["yes.", true],
    [" TRUE ", true],
    ["Required", true],
    ["否", false],
    ["否。", false],
    ["可选", false],
    ["No", false],
    ["Optional", false],
    ["", undefined],
    ["也许", undefined],
    ["是/否", undefined],
    ["-", undefined],
  ])("%s: %s", (text, required) => {
    expect(parseRequired(text)).toBe(required);
  });
});
