import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callInLine, type Answered } from "./call-in-line.ts";
import { startLibrary, type StartedLibrary } from "./start-library.ts";

// 100,000 take a minute: `DOCWRIGHT_MANY_CREATES=100000`. By default there are as many as show growth in little memory.
const MANY = Number(process.env.DOCWRIGHT_MANY_CREATES ?? 20_000);
const MEGABYTES = MANY > 20_000 ? 128 : 64;
const SIZE = 1000;
const SOME = MANY / 20;
const TENTH = MANY / 10;

let started: StartedLibrary;
let url: string;
beforeAll(async () => {
  started = await startLibrary({ megabytes: MEGABYTES, maxResources: MANY });
  ({ url } = started);
});
afterAll(() => {
  started.stop();
});

async function call(Action: string, parameters: Record<string, string> = {}) {
  const [answer] = await callInLine(url, [{ Action, ...parameters }]);
  return JSON.parse(answer?.body ?? "") as Record<string, unknown>;
}

async function control(path: string, method = "GET"): Promise<unknown> {
  const response = await fetch(`${url}/endpoint/${path}`, { method });
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
}

/** The ids that a list has, by pages of 1,000. */
async function idsOfPages(pages: number, filter: Record<string, string> = {}): Promise<string[]> {
  const calls = Array.from({ length: pages }, (_, at) => ({
    Action: "ListShelves",
    PageNumber: String(at + 1),
    PageSize: String(SIZE),
    ...filter,
  }));
  const answers = await callInLine(url, calls);
  return answers.flatMap(({ body }) => {
    const { Shelves } = JSON.parse(body) as { Shelves: readonly { ShelfId: string }[] };
    return Shelves.map(({ ShelfId }) => ShelfId);
  });
}

function numbersFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}

function idOf(number: number): string {
  return `sh-bp1${String(number).padStart(4, "0")}`;
}

function statuses(answers: readonly Answered[]): Set<number> {
  return new Set(answers.map(({ status }) => status));
}

describe(`in ${MEGABYTES} MB, an endpoint`, () => {
  // In tenths, so that no test of a busy machine is long.
  test.each(numbersFrom(0, 10))(`takes ${MANY} creates (part %i of 0 to 9)`, async (part) => {
    const calls = numbersFrom(part * TENTH + 1, TENTH).map((number) => ({
      Action: "CreateShelf",
      Subject: number % 2 === 0 ? "Poetry" : "Law",
      Row: String(number),
      Token: `a-token-as-long-as-those-of-clients-${number}`,
      "Labels.1.Key": "a label",
      "Labels.1.Value": `of shelf ${number}`,
    }));
    expect(statuses(await callInLine(url, calls))).toEqual(new Set([200]));
  });

  test("refuses the next, and says why", async () => {
    expect(await call("CreateShelf", { Subject: "Law" })).toMatchObject({
      Code: "QuotaExceeded",
      Message: expect.stringContaining("--max-resources") as unknown,
    });
    expect(await call("AddBooks")).toMatchObject({ Code: "QuotaExceeded" });
    expect(await call("ListBooks")).toMatchObject({ TotalCount: 1 });
  });

  test("has the newest calls, and says how many it forgot", async () => {
    const calls = (await control("calls")) as unknown[];
    const { calls: forgotten, created } = (await control("forgotten")) as Record<string, number>;

    expect(calls).toHaveLength(10_000);
    expect(forgotten).toBe(MANY + 3 - 10_000);
    expect(created).toBe(MANY - 10_000);
    expect(
      started.warnings().match(/forgets the oldest calls: --max-calls is 10000/g),
    ).toHaveLength(1);
  });

  test("lists all by pages", async () => {
    expect(await idsOfPages(MANY / SIZE)).toEqual(numbersFrom(1, MANY).map(idOf));
  });

  test("lists those that a filter lets through by pages", async () => {
    const ids = await idsOfPages(MANY / SIZE / 2, { Subject: "Poetry" });

    expect(ids).toHaveLength(MANY / 2);
    expect(ids.at(-1)).toBe(idOf(MANY));
  });

  test("describes any of them, and repeats the answer to any token", async () => {
    for (const number of [1, MANY / 2, MANY]) {
      expect(await call("DescribeShelf", { ShelfId: idOf(number) })).toMatchObject({ Row: number });
    }
    const again = { Subject: "Law", Row: "1", Token: "a-token-as-long-as-those-of-clients-1" };
    const labels = { "Labels.1.Key": "a label", "Labels.1.Value": "of shelf 1" };
    expect(await call("CreateShelf", { ...again, ...labels })).toMatchObject({ ShelfId: idOf(1) });
  });

  test("deletes from the middle, the front and the end, and knows each that was deleted", async () => {
    const half = MANY / 2;
    const order = [
      ...numbersFrom(half, SOME),
      ...numbersFrom(1, SOME),
      ...numbersFrom(MANY - SOME + 1, SOME),
    ];
    const calls = order.map((number) => ({ Action: "DeleteShelf", ShelfId: idOf(number) }));
    expect(statuses(await callInLine(url, calls))).toEqual(new Set([200]));

    expect(await call("ListShelves")).toMatchObject({ TotalCount: MANY - 3 * SOME });
    expect(await idsOfPages(1)).toEqual(numbersFrom(SOME + 1, SIZE).map(idOf));
    for (const number of [1, half, half + SOME - 1, MANY]) {
      expect(await call("DescribeShelf", { ShelfId: idOf(number) })).toMatchObject({
        Code: "NotExist.Shelf",
      });
    }
    expect(await call("DescribeShelf", { ShelfId: idOf(half + SOME) })).toMatchObject({
      Row: half + SOME,
    });
  });

  test("has room again", async () => {
    expect(await call("CreateShelf", { Subject: "Law" })).toMatchObject({
      ShelfId: idOf(MANY + 1),
    });
    await control("reset", "POST");
    expect(await control("forgotten")).toEqual({ calls: 0, created: 0, tokens: 0, deleted: 0 });
  });

  test(`lists ${MANY} by tokens, 10 at a time`, async () => {
    await control(`resources?operation=ListBooks&count=${MANY}&Title=Emma`, "POST");
    const calls = numbersFrom(0, MANY / 10).map((page) => ({
      Action: "ListBooks",
      MaxResults: "10",
      NextToken: page === 0 ? "" : `next-${page + 1}-${page * 10}`,
    }));
    const answers = await callInLine(url, calls);

    expect(JSON.parse(answers[1]?.body ?? "")).toMatchObject({ NextToken: "next-3-20" });
    expect(JSON.parse(answers.at(-1)?.body ?? "")).toMatchObject({
      Books: { Book: { length: 10 } },
      NextToken: "",
    });
  });
});
