import { describe, expect, test } from "vitest";
import { mergeOperations } from "../../src/corpus/merge-operations.ts";
import type { ErrorEntry, Member, Operation } from "../../src/spec/operation.ts";

function page(
  path: string,
  sides: Partial<Pick<Operation, "request" | "response" | "errors">>,
): Operation {
  const identity = { product: "Library", version: "2020-01-02", action: "LendBook" };
  return { ...identity, page: path, request: [], response: [], errors: [], samples: [], ...sides };
}

function text(name: string, facts: Partial<Member> = {}): Member {
  return { name, type: "string", required: true, line: 5, ...facts } as Member;
}

function object(name: string, ...members: readonly Member[]): Member {
  return { name, type: "object", required: false, members };
}

function list(name: string, ...members: readonly Member[]): Member {
  return { name, type: "array", required: false, items: { type: "object", members } };
}

function request(first: readonly Member[], other: readonly Member[]): readonly Member[] {
  return mergeOperations(page("en.md", { request: first }), [page("zh.md", { request: other })])
    .request;
}

const fromOther = (name: string) => text(name, { required: false, page: "zh.md" });

describe("what only another page knows", () => {
  test("comes from it, behind the others, and may be left out", () => {
    const description = "The book.";

    expect(request([text("BookId", { description })], [text("BookId"), text("Days")])).toEqual([
      text("BookId", { description }),
      fromOther("Days"),
    ]);
  });

  test("comes into the object or the list that it is in", () => {
    expect(
      request(
        [object("Reader", text("Name")), list("Books", text("Title"))],
        [object("Reader", text("Card")), list("Books", text("Shelf"))],
      ),
    ).toEqual([
      object("Reader", text("Name"), fromOther("Card")),
      list("Books", text("Title"), fromOther("Shelf")),
    ]);
  });

  test("comes with all that is in it, but without rules about members of its page", () => {
    const when = { member: "Days", in: ["1"] };
    const inner = text("Card", { conditions: [{ kind: "onlyWhen", when }] });

    expect(request([text("BookId")], [object("Reader", inner)])).toEqual([
      text("BookId"),
      { ...object("Reader", text("Card", { page: "zh.md" })), page: "zh.md" },
    ]);
  });

  test("is not new where the first page has it somewhere else, or in other letters", () => {
    const first = [object("Reader", text("Card")), text("BookId")];

    expect(request(first, [text("Card"), text("bookId")])).toEqual(first);
  });

  test("is not new where one of the pages has misspelt it", () => {
    const first = [text("EndpointGroupConfigrations")];

    expect(request(first, [text("EndpointGroupConfigurations")])).toEqual(first);
  });

  test("is new where both pages know what is spelled nearly so", () => {
    const first = [text("StartTime1")];

    expect(request(first, [text("StartTime1"), text("StartTime2")])).toEqual([
      ...first,
      fromOther("StartTime2"),
    ]);
  });
});

test("errors come by their codes", () => {
  const known: ErrorEntry = { code: "NotFound.Book", status: 404 };
  const fresh: ErrorEntry = { code: "Book.Lent", status: 409, line: 9 };

  const { errors } = mergeOperations(page("en.md", { errors: [known] }), [
    page("zh.md", { errors: [{ ...known, status: 400 }, fresh] }),
  ]);

  expect(errors).toEqual([known, { ...fresh, page: "zh.md" }]);
});

test("with more members than may be no further page is looked at", () => {
  const pages = ["b.md", "c.md", "d.md"].map((path) => page(path, { request: [text(path)] }));
  const { request: members } = mergeOperations(page("a.md", { request: [text("a.md")] }), pages, 2);

  expect(members.map(({ name }) => name)).toEqual(["a.md", "b.md", "c.md"]);
});

test("of several pages the earlier one counts", () => {
  const merged = mergeOperations(page("a.md", { response: [text("Id")] }), [
    page("b.md", { response: [text("State")] }),
    page("c.md", { response: [text("State"), text("Owner")] }),
  ]);

  expect(merged.response.map(({ name, page: from }) => [name, from])).toEqual([
    ["Id", undefined],
    ["State", "b.md"],
    ["Owner", "c.md"],
  ]);
});
