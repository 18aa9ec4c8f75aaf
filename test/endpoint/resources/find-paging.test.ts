import { expect, test } from "vitest";
import { findPaging } from "../../../src/endpoint/resources/find-paging.ts";
import type { Member, ScalarType } from "../../../src/spec/operation.ts";
import { createThing } from "../create-thing.ts";

function member(name: string, type: ScalarType = "string"): Member {
  return { name, type, required: false };
}

test.each([
  [["PageNumber", "PageSize"], { number: "PageNumber", size: "PageSize" }],
  [["Pagenumber", "Pagesize"], { number: "Pagenumber", size: "Pagesize" }],
  [["CurrentPage", "PageSize"], { number: "CurrentPage", size: "PageSize" }],
  [["PageNo", "Title"], { number: "PageNo" }],
  [["NextToken", "MaxResults"], { token: "NextToken", size: "MaxResults" }],
  [["Marker", "MaxItems"], { token: "Marker", size: "MaxItems" }],
  [["Page", "TokenName", "Limit"], {}],
])("of %j, pages are asked for by %j", (names, asked) => {
  const operation = { ...createThing, request: names.map((name) => member(name)) };
  const { number, size, token } = findPaging(operation);

  expect({ number: number?.name, size: size?.name, token: token?.name }).toEqual({
    number: undefined,
    size: undefined,
    token: undefined,
    ...asked,
  });
});

test.each<[string, ScalarType, string | undefined]>([
  ["TotalCount", "integer", "total"],
  ["TotalRecordCount", "integer", "total"],
  ["PageRecordCount", "integer", "count"],
  ["PageNumber", "integer", "number"],
  ["NextToken", "string", "next"],
  ["IsTruncated", "boolean", "more"],
  ["PageTotal", "integer", undefined],
  ["Token", "string", undefined],
])("of an answer, %s tells the %s %s", (name, type, kind) => {
  const operation = { ...createThing, response: [member(name, type)], samples: [] };

  expect(findPaging(operation).facts.map((fact) => fact.kind)).toEqual(
    kind === undefined ? [] : [kind],
  );
});
