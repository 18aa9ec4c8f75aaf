import { describe, expect, test } from "vitest";
import { compareTwins } from "../../src/check/compare-twins.ts";
import { whyUnlike } from "../../src/samples/why-unlike.ts";
import { responseOf } from "./model-of.ts";

const response = responseOf(
  { name: "Id", type: "string", required: false },
  { name: "Total", type: "integer", required: false },
  {
    name: "Books",
    type: "array",
    required: false,
    items: { type: "object", members: [{ name: "Title", type: "string", required: true }] },
  },
);

describe("the JSON and the XML sample of an answer", () => {
  test.each<[idea: string, json: object, xml: object, found: readonly string[]]>([
    ["the same", { Id: "a", Total: 1 }, { Total: 1, Id: "a" }, []],
    ["other values of the same form", { Total: 1 }, { Total: 2 }, ["content Total"]],
    ["more items", { Books: [{}, {}] }, { Books: [{}] }, ["content Books"]],
    ["a member in one of them", { Id: "a" }, {}, ["content Id"]],
    ["another form", { Total: 1 }, { Total: "many" }, ["form Total"]],
    ["a list and a text", { Books: [{}] }, { Books: "none" }, ["form Books"]],
    ["nothing either way", { Books: [] }, { Books: "" }, []],
    ["what no row has", { Extra: [1] }, { Extra: "1" }, ["undocumented Extra"]],
    ["what no row has, with the same text", { Extra: 1 }, { Extra: "1" }, []],
  ])("may have %s", (_, json, xml, found) => {
    const differences = compareTwins({ json, xml }, response);

    expect(differences.map(({ kind, path }) => `${kind} ${path}`)).toEqual(found);
  });
});

describe("an answer is unlike its interface", () => {
  test.each<[idea: string, value: unknown, reasons: readonly string[]]>([
    ["nowhere", { Id: "a", Total: 1, Books: [{ Title: "t" }] }, []],
    ["where no row documents a member", { Extra: 1 }, ["no row documents Extra"]],
    [
      "where a value is of another type",
      { Total: "x" },
      ["Total is a text, and by its row a number"],
    ],
    ["where a value is null", { Id: null }, ["Id is null, and by its row a text"]],
    ["where a list is none", { Books: "x" }, ["Books is a text, and by its row a list"]],
    ["where a member is missing", { Books: [{}] }, ["Books[].Title is missing"]],
    ["as a whole", [], ["the answer is a list, and its row has members"]],
  ])("%s", (_, value, reasons) => {
    expect(whyUnlike(value, response).map(({ reason }) => reason)).toEqual(reasons);
  });
});
