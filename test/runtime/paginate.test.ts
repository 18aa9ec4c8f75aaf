import { expect, test } from "vitest";
import { paginate, type Pagination } from "../../src/runtime/paginate.ts";

const byNumber: Pagination = {
  kind: "number",
  page: "PageNumber",
  first: 1,
  size: "PageSize",
  items: ["Books", "Book"],
  total: ["TotalCount"],
};
const byToken: Pagination = {
  kind: "token",
  token: "Marker",
  next: ["Marker"],
  more: ["IsTruncated"],
  items: ["Books"],
};

type Asked = Readonly<Record<string, unknown>>;

/** Answers given in turn, and what was asked for them. */
function service(...answers: readonly object[]) {
  const asked: Asked[] = [];
  return {
    asked,
    ask: (request: Asked): Promise<object> => {
      const answer = answers[asked.length];
      asked.push(request);
      return answer === undefined
        ? Promise.reject(new Error("asked too often"))
        : Promise.resolve(answer);
    },
  };
}

function page(books: readonly string[], total?: number | string, size?: number) {
  return { Books: { Book: books }, TotalCount: total, PageSize: size };
}

async function read(
  answers: readonly object[],
  { pagination = byNumber, request = {} }: { pagination?: Pagination; request?: Asked } = {},
) {
  const { ask, asked } = service(...answers);
  const items: unknown[] = [];
  for await (const item of paginate(ask, request, pagination)) items.push(item);
  return { items, asked };
}

test("asks for pages in turn, until all that are counted have come", async () => {
  const { items, asked } = await read([page(["a", "b"], 3), page(["c"], 3)], {
    request: { Room: 1, PageSize: 2 },
  });

  expect(items).toEqual(["a", "b", "c"]);
  expect(asked).toEqual([
    { Room: 1, PageSize: 2, PageNumber: 1 },
    { Room: 1, PageSize: 2, PageNumber: 2 },
  ]);
});

test("an empty page is not the end while more is counted", async () => {
  const { items } = await read([page(["a", "b"], 5), page([], 5), page(["e"], 5)]);

  expect(items).toEqual(["a", "b", "e"]);
});

test.each([
  ["grows", [page(["a"], 2, 1), page(["b"], 3, 1), page(["c"], 3, 1)], ["a", "b", "c"]],
  ["shrinks", [page(["a"], 3, 1), page(["b"], 2, 1)], ["a", "b"]],
  ["is a text", [page(["a"], "2", 1), page(["b"], "2", 1)], ["a", "b"]],
  ["is nothing, with items", [page(["a", "b"], 0), page(["c"], 0)], ["a", "b", "c"]],
  ["is nothing", [page([], 0)], []],
])("a count that %s is the last answer's", async (_, answers, items) => {
  expect((await read(answers)).items).toEqual(items);
});

test("where nothing is counted, a page that is not full is the last", async () => {
  const { items } = await read([page(["a", "b"]), page(["c"])]);

  expect(items).toEqual(["a", "b", "c"]);
});

test("a service may give fewer items than were asked for, and say so", async () => {
  const { asked } = await read([page(["a", "b"], 4, 2), page(["c", "d"], 4, 2)], {
    request: { PageSize: 1000 },
  });

  expect(asked).toHaveLength(2);
});

test("begins with the page that the request names", async () => {
  const { asked } = await read([page(["c"], 3, 1)], { request: { PageNumber: 3, PageSize: 1 } });

  expect(asked).toEqual([{ PageNumber: 3, PageSize: 1 }]);
});

test("counts from 0, or in texts, where the operation does", async () => {
  const pagination = { ...byNumber, first: 0, text: true } as const;

  const { asked } = await read([page(["a"], 2, 1), page(["b"], 2, 1)], { pagination });

  expect(asked).toEqual([{ PageNumber: "0" }, { PageNumber: "1" }]);
});

test.each([
  ["is missing", {}],
  ["is empty", { Marker: "" }],
  ["is that of before", { Marker: "m1" }],
  ["comes with the word that there is no more", { Marker: "m2", IsTruncated: false }],
])("a token that %s ends the list", async (_, last) => {
  const answers = [
    { Books: ["a"], Marker: "m1", IsTruncated: true },
    { Books: [], ...last },
  ];

  const { items, asked } = await read(answers, { pagination: byToken });

  expect(items).toEqual(["a"]);
  expect(asked).toEqual([{}, { Marker: "m1" }]);
});

test("an empty page with a token is not the end", async () => {
  const { items } = await read([{ Books: [], Marker: "m1" }, { Books: ["b"] }], {
    pagination: byToken,
  });

  expect(items).toEqual(["b"]);
});

test("pages are asked for when a loop comes to them, and each loop begins anew", async () => {
  const { ask, asked } = service(page(["a"], 2, 1), page(["b"], 2, 1));
  const books = paginate(ask, {}, byNumber);

  for await (const book of books) {
    expect(book).toBe("a");
    break;
  }
  for await (const answer of books.pages) {
    expect(answer).toEqual(page(["b"], 2, 1));
    break;
  }

  expect(asked).toEqual([{ PageNumber: 1 }, { PageNumber: 1 }]);
});

test("an error of a page is that of the loop", async () => {
  await expect(read([page(["a"], 9, 1)])).rejects.toThrow("asked too often");
});
