import { describe, expect, test } from "vitest";
import { findConventions } from "../../../src/derive/nesting/find-conventions.ts";
import { jsonShape, xmlShape } from "./shapes.ts";

const wrapped = jsonShape({ Total: 1, Books: { Book: [{ Title: "a" }] } });
const plain = jsonShape({ Total: 1, Books: [{ Title: "a" }] });

describe("lists are in wrappers", () => {
  test.each([
    ["where samples show them so", [wrapped], true],
    ["not where samples show them bare", [plain], false],
    ["as in most samples", [wrapped, plain, plain], false],
    ["where most have them so", [wrapped, wrapped, plain], true],
    ["or not, where both occur alike", [wrapped, plain], undefined],
    ["or not, where there is no list", [jsonShape({ Total: 1 })], undefined],
    ["not where an answer is one list", [jsonShape({ Books: [{ Title: "a" }] })], false],
  ])("%s", (_, samples, wrapsLists) => {
    expect(findConventions(samples).wrapsLists).toBe(wrapsLists);
  });

  test("in XML by their names", () => {
    const samples = [xmlShape({ Books: { Book: { Title: "a" } } })];

    expect(findConventions(samples).wrapsLists).toBe(true);
    expect(findConventions([xmlShape({ Place: { Coast: "a" } })]).wrapsLists).toBeUndefined();
  });
});

test("names are counted by what they stand in", () => {
  const { parents } = findConventions([
    jsonShape({ Place: { Mile: 1 } }),
    jsonShape({ Place: { Mile: 2 }, Mile: 3 }),
  ]);

  expect(Object.fromEntries(parents.get("Mile") ?? [])).toEqual({ Place: 2, "": 1 });
});

test("what is in a wrapped list stands in the wrapper and in the list", () => {
  const { parents } = findConventions([wrapped]);

  expect(Object.fromEntries(parents.get("Title") ?? [])).toEqual({ Books: 1, Book: 1 });
});

test("names with members are counted", () => {
  const { holders } = findConventions([
    jsonShape({ Place: { Mile: 1 } }),
    jsonShape({ Place: "a" }),
  ]);

  expect(holders.get("Place")).toBe(1);
  expect(holders.get("Mile")).toBeUndefined();
});
