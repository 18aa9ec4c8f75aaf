import { afterEach, beforeEach, expect, test } from "vitest";
import type { Endpoint } from "../../../src/endpoint/serve-endpoint.ts";
import { serveLibrary, type Answered } from "../library.ts";

let endpoint: Endpoint;
let call: (action: string, parameters?: Record<string, string>) => Promise<Answered>;
beforeEach(async () => {
  ({ endpoint, call } = await serveLibrary());
});
afterEach(() => endpoint.close());

interface Shelves {
  readonly Shelves: readonly { readonly ShelfId: string; readonly Subject: string }[];
  readonly TotalCount: number;
}

interface Books {
  readonly Books: { readonly Book: readonly { readonly BookId: string }[] };
  readonly NextToken: string;
  readonly TotalCount: number;
}

async function pageOfShelves(page: number, size = 2): Promise<Shelves> {
  const { json } = await call("ListShelves", { PageNumber: `${page}`, PageSize: `${size}` });
  return json as unknown as Shelves;
}

/** How many books each page has, by following tokens to the end. */
async function pagesOfBooks(size: number): Promise<{ counts: number[]; ids: Set<string> }> {
  const counts: number[] = [];
  const ids = new Set<string>();
  let token = "";
  do {
    const { json } = await call("ListBooks", { MaxResults: `${size}`, NextToken: token });
    const { Books, NextToken } = json as unknown as Books;
    counts.push(Books.Book.length);
    for (const { BookId } of Books.Book) ids.add(BookId);
    token = NextToken;
  } while (token !== "");
  return { counts, ids };
}

function control(path: string, method = "POST"): Promise<Response> {
  return fetch(`${endpoint.url}/endpoint/${path}`, { method });
}

test("10,000 resources are listed whole, by tokens", async () => {
  endpoint.list("ListBooks", { count: 10_000 });
  const { counts, ids } = await pagesOfBooks(1000);

  expect(counts).toEqual(Array.from({ length: 10 }, () => 1000));
  expect(ids.size).toBe(10_000);
});

test("10,000 resources are listed whole, by numbers", async () => {
  endpoint.list("ListShelves", { count: 10_000, members: { Subject: "Law" } });
  const ids = new Set<string>();
  for (let page = 1; page <= 10; page += 1) {
    const { Shelves } = await pageOfShelves(page, 1000);
    for (const { ShelfId } of Shelves) ids.add(ShelfId);
  }

  expect(ids.size).toBe(10_000);
  expect(await pageOfShelves(11, 1000)).toMatchObject({ Shelves: [], TotalCount: 10_000 });
});

test("an empty page in the middle loses nothing where tokens lead on", async () => {
  endpoint.list("ListBooks", { count: 5, emptyPage: 2 });
  const { counts, ids } = await pagesOfBooks(2);

  expect(counts).toEqual([2, 0, 2, 1]);
  expect(ids.size).toBe(5);
});

test("an empty numbered page withholds its items", async () => {
  endpoint.list("ListShelves", { count: 5, emptyPage: 2 });

  expect((await pageOfShelves(2)).Shelves).toEqual([]);
  expect(await pageOfShelves(3)).toMatchObject({ Shelves: [{}], TotalCount: 5 });
});

test("what comes and goes meanwhile changes the total, once", async () => {
  endpoint.list("ListShelves", { count: 4, afterPage: 1, add: 3, remove: 1 });
  const totals = [];
  for (const page of [1, 2, 1]) totals.push((await pageOfShelves(page)).TotalCount);

  expect(totals).toEqual([4, 6, 6]);
});

test("tokens lose nothing when earlier resources go meanwhile", async () => {
  endpoint.list("ListBooks", { count: 4, afterPage: 1, remove: 2 });
  const { counts, ids } = await pagesOfBooks(2);

  expect(counts).toEqual([2, 2]);
  expect(ids.size).toBe(4);
});

test("a token that no answer had is refused", async () => {
  endpoint.list("ListBooks", { count: 1 });

  expect((await call("ListBooks", { NextToken: "x" })).json.Code).toBe("InvalidParameter");
});

test("resources are made, read and forgotten over HTTP", async () => {
  expect((await control("resources?operation=ListShelves&count=2&Subject=Law")).status).toBe(204);
  const shown = (await (await control("resources", "GET")).json()) as readonly unknown[];

  expect(shown).toEqual(endpoint.resources());
  expect(shown).toContainEqual({
    product: "Library",
    version: "2024-05-06",
    name: "shelf",
    id: "ShelfId",
    operations: {
      create: ["CreateShelf"],
      describe: ["DescribeShelf"],
      list: ["ListShelves"],
      update: ["ModifyShelfAttribute"],
      delete: ["DeleteShelf"],
    },
    stored: [
      { ShelfId: "sh-bp10001", Subject: "Law" },
      { ShelfId: "sh-bp10002", Subject: "Law" },
    ],
    deleted: [],
  });

  expect((await control("reset")).status).toBe(204);
  expect(endpoint.calls).toEqual([]);
  expect(endpoint.resources().every(({ stored }) => stored.length === 0)).toBe(true);
});

test.each([
  [
    "operation=ListShelvs",
    "There is no action ListShelvs that lists resources. There is ListShelves",
  ],
  ["operation=CreateShelf&count=1", "There is no action CreateShelf that lists resources."],
  ["operation=ListShelves&count=x", "count is a whole number from 0 to 1000000, not NaN."],
  ["operation=ListShelves&emptyPage=0", "emptyPage is a whole number from 1 to 1000000, not 0."],
])("%s is refused with what there is", async (query, message) => {
  const response = await control(`resources?${query}`);

  expect(response.status).toBe(400);
  expect(await response.text()).toContain(message);
});

test("after a reset, failures are no longer planned and tokens are new", async () => {
  endpoint.fail("CleanShelf", "Throttling");
  await call("CreateShelf", { Subject: "Law", Token: "t" });
  endpoint.reset();

  expect((await call("CleanShelf", { ShelfId: "s" })).status).toBe(200);
  expect((await call("CreateShelf", { Subject: "Art", Token: "t" })).status).toBe(200);
  expect(endpoint.created).toHaveLength(2);
});
