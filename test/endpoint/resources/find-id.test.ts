import { expect, test } from "vitest";
import { makeId } from "../../../src/endpoint/resources/find-id.ts";
import { makeShelf } from "../../../src/endpoint/resources/make-shelf.ts";

test.each([
  ["lsr-bp1****", 7, "lsr-bp10007"],
  ["449****-cn-hangzhou", 7, "4490007-cn-hangzhou"],
  ["i-bp1*", 12, "i-bp112"],
  ["rg-acfmvcotw4pmmr5", 7, "rg-acfmvcotw000007"],
  ["t-1", 7, "t-7"],
  ["t-1", 12, "t-12"],
  ["", 7, "7"],
  [4511, 7, 7],
])("of %j, number %d is %j", (sample, count, id) => {
  expect(makeId(sample, count)).toBe(id);
});

test("the page's own id and what was deleted are passed over", () => {
  const operations = { create: [], describe: [], list: [], update: [], delete: [] };
  const resource = { product: "P", version: "V", name: "t", id: "TId", chosen: false, operations };
  const shelf = makeShelf(resource, { left: 10 }, (id) => id === "t-2");
  shelf.put("t-2", "{}");
  shelf.remove("t-2");

  expect(shelf.newId("t-3")).toBe("t-4");
});
