import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Endpoint } from "../../../src/endpoint/serve-endpoint.ts";
import { serveLibrary, type Answered } from "../library.ts";

let endpoint: Endpoint;
let call: (action: string, parameters?: Record<string, string>) => Promise<Answered>;
beforeEach(async () => {
  ({ endpoint, call } = await serveLibrary());
});
afterEach(() => endpoint.close());

async function createShelf(parameters: Record<string, string> = {}): Promise<string> {
  const { json } = await call("CreateShelf", { Subject: "Poetry", ...parameters });
  return String(json.ShelfId);
}

describe("what was created", () => {
  test("has a fresh id in the shape of the sample's", async () => {
    expect([await createShelf(), await createShelf()]).toEqual(["sh-bp10001", "sh-bp10002"]);
  });

  test("is described as the sample, with what was given where names and types agree", async () => {
    const ShelfId = await createShelf({
      Wood: "oak",
      Row: "3",
      "Labels.1.Key": "a",
      "Labels.2.Key": "b",
    });

    expect((await call("DescribeShelf", { ShelfId })).json).toEqual({
      ShelfId,
      Subject: "Poetry",
      Wood: "OAK",
      Row: 3,
      Labels: [
        { Key: "a", Value: "v" },
        { Key: "b", Value: "v" },
      ],
      Status: "Active",
      RequestId: "R-1",
    });
  });

  test("is described in XML, too", async () => {
    const ShelfId = await createShelf();
    const { body } = await call("DescribeShelf", { ShelfId, Format: "XML" });

    expect(body).toContain(
      `<DescribeShelfResponse><ShelfId>${ShelfId}</ShelfId><Subject>Poetry</Subject>`,
    );
  });

  test("is listed as items of the sample, in the order it came", async () => {
    await createShelf();
    await createShelf({ Subject: "Law" });

    expect((await call("ListShelves")).json).toMatchObject({
      Shelves: [
        { ShelfId: "sh-bp10001", Subject: "Poetry", Status: "Active" },
        { ShelfId: "sh-bp10002", Subject: "Law", Status: "Active" },
      ],
      TotalCount: 2,
    });
  });

  test("is changed by an update, also by a new value for an old name", async () => {
    const ShelfId = await createShelf();
    await call("ModifyShelfAttribute", { ShelfId, Subject: "Maths", NewWood: "Elm" });

    expect((await call("DescribeShelf", { ShelfId })).json).toMatchObject({
      Subject: "Maths",
      Wood: "Elm",
    });
  });

  test("is several things where the sample has several ids", async () => {
    const { json } = await call("AddBooks", { Title: "Emma" });

    expect(json.BookIdSets).toEqual({ BookIdSet: ["b-01", "b-02"] });
    expect((await call("ListBooks")).json).toMatchObject({
      Books: {
        Book: [
          { BookId: "b-01", Title: "Emma" },
          { BookId: "b-02", Title: "Emma" },
        ],
      },
    });
  });
});

describe("what was never created", () => {
  test("is described and listed by the samples", async () => {
    expect((await call("DescribeShelf", { ShelfId: "sh-other" })).json).toMatchObject({
      ShelfId: "sh-bp1****",
    });
    expect((await call("ListShelves")).json).toMatchObject({
      Shelves: [{ ShelfId: "sh-bp1****" }],
    });
  });

  test("is described by the sample when others were created, and not listed", async () => {
    await createShelf();

    expect((await call("DescribeShelf", { ShelfId: "sh-other" })).json).toMatchObject({
      ShelfId: "sh-bp1****",
    });
    expect((await call("ListShelves")).json).toMatchObject({ TotalCount: 1 });
  });
});

describe("what was deleted", () => {
  let ShelfId = "";
  beforeEach(async () => {
    ShelfId = await createShelf();
    await call("DeleteShelf", { ShelfId });
  });

  test("is not described any more: the page's error says so", async () => {
    expect(await call("DescribeShelf", { ShelfId })).toMatchObject({
      status: 404,
      json: { Code: "NotExist.Shelf", Message: "The shelf does not exist." },
    });
  });

  test.each(["ModifyShelfAttribute", "DeleteShelf"])(
    "is not reached by %s, whose page has no error for it",
    async (action) => {
      expect(await call(action, { ShelfId })).toMatchObject({
        status: 404,
        json: { Code: "InvalidShelfId.NotFound" },
      });
    },
  );

  test("is missed by other operations if their pages have an error for it", async () => {
    expect((await call("PaintShelf", { ShelfId })).json.Code).toBe("InvalidShelfId.NotFound");
    expect((await call("CleanShelf", { ShelfId })).status).toBe(200);
  });

  test("leaves an empty list, and its id is not used again", async () => {
    expect((await call("ListShelves")).json).toMatchObject({ Shelves: [], TotalCount: 0 });
    expect(await createShelf()).not.toBe(ShelfId);
  });

  test("may be several at once", async () => {
    await call("AddBooks");
    await call("RemoveBooks", { "BookId.1": "b-01", "BookId.2": "b-02" });

    expect((await call("ListBooks")).json).toMatchObject({ Books: { Book: [] }, TotalCount: 0 });
  });
});

describe("what callers name", () => {
  test("is kept by its name, in the object that shows it", async () => {
    await call("CreateReader", { ReaderName: "bob", Comments: "runs" });

    expect((await call("GetReader", { ReaderName: "bob" })).json).toMatchObject({
      Reader: { ReaderName: "bob", Comments: "runs" },
    });
  });

  test("cannot be created twice if the page has an error for that", async () => {
    await call("CreateReader", { ReaderName: "bob" });

    expect((await call("CreateReader", { ReaderName: "bob" })).json.Code).toBe(
      "EntityAlreadyExists.Reader",
    );
  });

  test("can have another name", async () => {
    await call("CreateReader", { ReaderName: "bob" });
    await call("UpdateReader", { ReaderName: "bob", NewReaderName: "rob", NewComments: "sits" });

    expect((await call("GetReader", { ReaderName: "rob" })).json).toMatchObject({
      Reader: { ReaderName: "rob", Comments: "sits" },
    });
  });
});

describe("a list", () => {
  beforeEach(async () => {
    for (const Subject of ["Poetry", "Law", "Law"]) await createShelf({ Subject });
  });

  test.each([
    ["a member that was given", { Subject: "Law" }, 2],
    ["a member that the sample has", { Status: "Active" }, 3],
    ["a member that nothing has", { Status: "Broken" }, 0],
    ["ids joined by commas", { ShelfIds: "sh-bp10001,sh-bp10003" }, 2],
    ["ids as JSON", { ShelfIds: '["sh-bp10003"]' }, 1],
    ["several members", { Subject: "Law", ShelfIds: "sh-bp10001,sh-bp10003" }, 1],
  ])("is filtered by %s", async (_, filter, count) => {
    const { json } = await call("ListShelves", filter);

    expect(json.Shelves).toHaveLength(count);
    expect(json.TotalCount).toBe(count);
  });

  test("comes in numbered pages", async () => {
    expect((await call("ListShelves", { PageNumber: "2", PageSize: "2" })).json).toMatchObject({
      Shelves: [{ ShelfId: "sh-bp10003" }],
      TotalCount: 3,
      PageNumber: 2,
      PageSize: 2,
    });
  });
});

test("a token that was used already gives the same answer, and creates nothing", async () => {
  const first = await createShelf({ Token: "t" });

  expect(await createShelf({ Token: "t" })).toBe(first);
  expect((await call("ListShelves")).json).toMatchObject({ TotalCount: 1 });
  expect(endpoint.created).toHaveLength(1);
});

test("what only reads takes no effect", async () => {
  await call("ListShelves");

  expect(endpoint.created).toEqual([]);
});
