import { describe, expect, test } from "vitest";
import { derivePagination } from "../../src/derive/derive-pagination.ts";
import type { Member } from "../../src/spec/operation.ts";

function scalar(name: string, type: "string" | "integer" | "boolean" = "string"): Member {
  return { name, type, required: false };
}

function list(name: string, of: "string" | "object" = "object"): Member {
  const items = of === "string" ? { type: of } : { type: of, members: [scalar("Id")] };
  return { name, type: "array", required: false, items };
}

function object(name: string, ...members: readonly Member[]): Member {
  return { name, type: "object", required: false, members };
}

const derive = (request: readonly Member[], response: readonly Member[], action = "ListBooks") =>
  derivePagination(action, request, response);

describe("a list comes by the number of the page", () => {
  test("where the request has a page and its size, and the answer a list and a total", () => {
    const request = [scalar("PageNumber", "integer"), scalar("PageSize", "integer")];

    expect(derive(request, [scalar("TotalCount", "integer"), list("Books")])).toEqual({
      kind: "number",
      page: "PageNumber",
      first: 1,
      size: "PageSize",
      items: "Books",
      total: "TotalCount",
    });
  });

  test.each([
    ["PageNo", "PageSize", "Total"],
    ["CurrentPage", "PageSize", "TotalRecordCount"],
    ["PageNum", "pageSize", "totalItems"],
    ["page_number", "page_size", "total_count"],
    ["PageIndex", "Limit", "TotalNum"],
  ])("in the spelling %s, %s, %s", (page, size, total) => {
    const request = [scalar(page), scalar(size)];

    expect(derive(request, [list("Books"), scalar(total)])).toMatchObject({ page, size, total });
  });

  test("from 0, where the page allows it", () => {
    const page: Member = { ...scalar("PageNumber", "integer"), range: { min: 0 } } as Member;

    expect(derive([page, scalar("PageSize")], [list("Books")])).toMatchObject({ first: 0 });
  });

  test("also where a token can be asked for", () => {
    const request = [scalar("PageNumber"), scalar("PageSize"), scalar("NextToken")];

    expect(derive(request, [list("Books"), scalar("NextToken")])).toMatchObject({ kind: "number" });
  });
});

describe("a list comes by a token", () => {
  test.each([
    ["NextToken", "NextToken", "MaxResults"],
    ["Marker", "Marker", "MaxItems"],
    ["Marker", "NextMarker", "Limit"],
    ["PageToken", "NextPageToken", "PageSize"],
    ["ScrollToken", "ScrollToken", "PageSize"],
  ])("in the spelling %s, %s, %s", (token, next, size) => {
    const response = [list("Books"), scalar(next), scalar("IsTruncated", "boolean")];

    expect(derive([scalar(token), scalar(size)], response)).toEqual({
      kind: "token",
      token,
      next,
      size,
      items: "Books",
      more: "IsTruncated",
    });
  });

  test.each(["ClientToken", "SecurityToken", "Token2"])("but not by %s", (name) => {
    expect(derive([scalar(name)], [list("Books"), scalar(name)])).toBeUndefined();
  });
});

describe("the list that comes is", () => {
  const request = [scalar("PageNumber"), scalar("PageSize")];

  test.each<[idea: string, response: readonly Member[], items: string | undefined]>([
    ["inside a wrapper", [object("Books", list("Book"))], "Books.Book"],
    ["the only one of objects", [list("Tags", "string"), list("Rows")], "Rows"],
    ["the one that the operation names", [list("Books"), list("Rooms")], "Books"],
    ["unknown among several", [list("Shelves"), list("Rooms")], undefined],
    ["unknown where there is none", [scalar("Id")], undefined],
  ])("%s", (_, response, items) => {
    expect(derive(request, response)?.items).toBe(items);
  });
});

test("a list that comes as a whole does not page", () => {
  expect(derive([scalar("RoomId")], [list("Books")])).toBeUndefined();
});
