import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { keepNonces } from "../../src/endpoint/wire/keep-nonces.ts";
import { readParameters } from "../../src/endpoint/parameters/read-parameters.ts";
import { structureParameters } from "../../src/endpoint/parameters/structure-parameters.ts";
import {
  serveEndpoint,
  type Endpoint,
  type EndpointOptions,
} from "../../src/endpoint/serve-endpoint.ts";
import type { Member } from "../../src/spec/operation.ts";
import { callInLine } from "./call-in-line.ts";
import { createThing, leastParameters } from "./create-thing.ts";
import { library } from "./library.ts";
import { sendRequest, sendText } from "./send-request.ts";
import { signAcs3Call } from "./sign-acs3-call.ts";
import { startLibrary, type StartedLibrary } from "./start-library.ts";

async function serve(options: EndpointOptions): Promise<Endpoint> {
  const endpoint = await serveEndpoint([...library, createThing], options);
  onTestFinished(() => endpoint.close());
  return endpoint;
}

async function codesOf(endpoint: Endpoint, calls: readonly Record<string, string>[]) {
  const answers = await callInLine(endpoint.url, calls);
  return answers.map(({ status, body }) =>
    status === 200 ? "ok" : (JSON.parse(body) as { Code: string }).Code,
  );
}

const shelf = { Action: "CreateShelf", Subject: "Law" };

describe("maxResources", () => {
  test("refuses what would create more, until there is room", async () => {
    const endpoint = await serve({ maxResources: 2 });
    const codes = await codesOf(endpoint, [
      shelf,
      shelf,
      shelf,
      { Action: "DeleteShelf", ShelfId: "sh-bp10001" },
      shelf,
    ]);

    expect(codes).toEqual(["ok", "ok", "QuotaExceeded", "ok", "ok"]);
  });

  test("a call that creates several takes effect as a whole or not at all", async () => {
    const endpoint = await serve({ maxResources: 3 });

    expect(await codesOf(endpoint, [shelf, shelf, { Action: "AddBooks" }, shelf])).toEqual([
      "ok",
      "ok",
      "QuotaExceeded",
      "ok",
    ]);
    expect(endpoint.created).toHaveLength(3);
  });

  test("a resource counts once for every 1,024 characters, also when it grows", async () => {
    const endpoint = await serve({ maxResources: 4 });
    const long = "a".repeat(3000);
    const change = { Action: "ModifyShelfAttribute", ShelfId: "sh-bp10001" };

    // The first counts once, then three times; the second counts once.
    expect(await codesOf(endpoint, [shelf, { ...change, Subject: long }, shelf, shelf])).toEqual([
      "ok",
      "ok",
      "ok",
      "QuotaExceeded",
    ]);
    expect(await codesOf(endpoint, [{ ...change, Subject: `${long}${long}` }])).toEqual([
      "QuotaExceeded",
    ]);
    expect(await codesOf(endpoint, [{ ...change, Subject: "Art" }, shelf, shelf, shelf])).toEqual([
      "ok",
      "ok",
      "ok",
      "QuotaExceeded",
    ]);
  });

  test("the control makes no more either, and says so", async () => {
    const endpoint = await serve({ maxResources: 10 });

    expect(() => {
      endpoint.list("ListShelves", { count: 11 });
    }).toThrow(/keeps 10 resources at most.*--max-resources/);
    endpoint.list("ListShelves", { count: 10 });
    expect(await codesOf(endpoint, [shelf])).toEqual(["QuotaExceeded"]);
  });

  test("the oldest tokens and deleted ids are forgotten, and that is said", async () => {
    const warnings: string[] = [];
    const endpoint = await serve({
      maxResources: 5,
      warn: (message) => {
        warnings.push(message);
      },
    });
    for (let at = 1; at <= 20; at += 1) {
      const ShelfId = `sh-bp1${String(at).padStart(4, "0")}`;
      await codesOf(endpoint, [
        { ...shelf, Token: `t-${at}` },
        { Action: "DeleteShelf", ShelfId },
      ]);
    }

    expect(endpoint.forgotten()).toMatchObject({ tokens: 10, deleted: 10 });
    expect(warnings.sort()).toEqual([
      "The endpoint forgets the oldest idempotency tokens: --max-resources is 5. GET /endpoint/forgotten counts them.",
      "The endpoint forgets the oldest ids of what was deleted: --max-resources is 5. GET /endpoint/forgotten counts them.",
    ]);
    // What was deleted last is known, and a token that is known creates nothing.
    const last = { Action: "DescribeShelf", ShelfId: "sh-bp10020" };
    expect(await codesOf(endpoint, [last, { ...shelf, Token: "t-20" }])).toEqual([
      "NotExist.Shelf",
      "ok",
    ]);
    expect(await codesOf(endpoint, [{ ...shelf, Token: "t-20", Row: "1" }])).toEqual([
      "IdempotentParameterMismatch",
    ]);
  });
});

describe("maxCalls", () => {
  test("keeps the newest calls and effects, and counts the others", async () => {
    const endpoint = await serve({ maxCalls: 3 });
    await codesOf(
      endpoint,
      numbers(5).map((at) => ({ ...shelf, Row: String(at) })),
    );

    expect(endpoint.calls.map(({ parameters }) => parameters.Row)).toEqual(["3", "4", "5"]);
    expect(endpoint.created.map(({ parameters }) => parameters.Row)).toEqual(["3", "4", "5"]);
    const counted = await fetch(`${endpoint.url}/endpoint/forgotten`);
    expect(await counted.json()).toEqual({ calls: 2, created: 2, tokens: 0, deleted: 0 });
  });

  test("a long call counts for several, whether it is refused or not", async () => {
    const endpoint = await serve({ maxCalls: 10 });
    const long = "a".repeat(6 * 1024);
    await codesOf(endpoint, [shelf, { ...shelf, Subject: long }, { Action: "No", A: long }]);

    expect(endpoint.calls).toHaveLength(1);
    expect(endpoint.forgotten().calls).toBe(2);
  });
});

test.each([
  [{ maxResources: 0 }, "maxResources is a whole number from 1, not 0."],
  [{ maxCalls: 1.5 }, "maxCalls is a whole number from 1, not 1.5."],
  [{ requestTimeout: Number.NaN }, "requestTimeout is a whole number from 1, not NaN."],
])("%j is refused", async (options: EndpointOptions, message) => {
  await expect(serveEndpoint([], options)).rejects.toThrow(message);
});

test("1,000 failures and 1,000 plans for a list wait at most", async () => {
  const endpoint = await serve({});
  for (const at of numbers(1000)) {
    endpoint.fail("CreateThing", "Throttling");
    endpoint.list("ListShelves", { emptyPage: at });
    endpoint.list("ListBooks", {});
  }

  expect(() => {
    endpoint.fail("CreateThing", "Throttling");
  }).toThrow("1000 failures are planned already.");
  expect(() => {
    endpoint.list("ListShelves", { emptyPage: 1 });
  }).toThrow("1000 plans for this list wait already.");
  endpoint.list("ListBooks", { emptyPage: 1 });
});

describe("nonces", () => {
  const minute = 60_000;

  test("are forgotten when the time of their calls is over", () => {
    const nonces = keepNonces(15 * minute, 2);

    expect(nonces.add("a", 0, 0)).toBe("new");
    expect(nonces.add("b", 0, 15 * minute)).toBe("new");
    expect(nonces.add("a", 0, 15 * minute)).toBe("used");
    // At most two are remembered, so those two are over.
    expect(nonces.add("c", 16 * minute, 16 * minute)).toBe("new");
    expect(nonces.add("d", 16 * minute, 16 * minute)).toBe("new");
    expect(nonces.add("c", 16 * minute, 16 * minute)).toBe("used");
  });

  test("are used whatever time comes with them", () => {
    const nonces = keepNonces(15 * minute);

    expect(nonces.add("a", minute, 0)).toBe("new");
    expect(nonces.add("a", 2 * minute, 0)).toBe("used");
  });

  test("that are too many take no replay in: calls of their time are refused", () => {
    const nonces = keepNonces(15 * minute, 2);
    for (const second of [1, 2, 3]) nonces.add(`n-${second}`, second * 1000, 3000);

    expect(nonces.add("n-1", 1000, 3000)).toBe("forgotten");
    expect(nonces.add("other", 1000, 3000)).toBe("forgotten");
    expect(nonces.add("n-2", 2000, 3000)).toBe("used");
    expect(nonces.add("n-4", 4000, 3000)).toBe("new");
  });
});

test("a request that takes too long to arrive ends", async () => {
  const endpoint = await serve({ requestTimeout: 50 });

  expect(await sendText(endpoint.url, "POST / HTTP/1.1\r\nHost: a\r\nA: b")).toMatch(
    /^HTTP\/1.1 408/,
  );
  const half = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc";
  expect(await sendText(endpoint.url, half)).toMatch(/^HTTP\/1.1 408/);
});

test("connections beyond 1,024 are closed, and those that are open served", async () => {
  const endpoint = await serve({});
  const port = Number(new URL(endpoint.url).port);
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  const open = () =>
    new Promise<Socket>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        resolve(socket);
      });
      socket.on("error", () => undefined);
      sockets.push(socket);
    });
  // In groups, for a listener has room for so many at a time.
  for (let group = 0; group < 32; group += 1) await Promise.all(numbers(32).map(open));
  const last = await open();
  await new Promise((resolve) => last.on("close", resolve).resume());

  const [first] = sockets;
  const answer = new Promise((resolve) => first?.once("data", resolve));
  first?.write("GET /endpoint/forgotten HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  expect(String(await answer)).toMatch(/^HTTP\/1.1 200/);
});

describe("in 128 MB, the endpoint goes on after", () => {
  let started: StartedLibrary;
  beforeAll(async () => {
    started = await startLibrary();
  });
  afterAll(() => {
    started.stop();
  });

  const ways: readonly (readonly [string, string, readonly string[] | undefined])[] = [
    ["a million pieces of one byte", "", Array<string>(1_000_000).fill("a")],
    ["60 MiB", "a".repeat(60 * 2 ** 20), undefined],
    [
      "400,000 parameters",
      numbers(400_000)
        .map((at) => `a${at}=`)
        .join("&"),
      undefined,
    ],
    ["four million separators", "&".repeat(4 * 2 ** 20), undefined],
    ["an index of nine digits", "Labels.999999999.Key=a&Subject=a", undefined],
    ["a list of a million items", `BookId=${"1,".repeat(1_000_000)}`, undefined],
  ];
  test.each(ways)("a body of %s", async (_, body, chunks) => {
    const { host } = new URL(started.url);
    const text = chunks === undefined ? body : chunks.join("");
    const request = signAcs3Call(host, {
      body: text,
      headers: { "x-acs-action": "CreateShelf" },
    });
    const { status } = await sendRequest(started.url, request, chunks);
    expect([400, 413]).toContain(status);

    const [answer] = await callInLine(started.url, [shelf]);
    expect(answer?.status).toBe(200);
  });

  test("100 bodies that stay half sent", async () => {
    const port = Number(new URL(started.url).port);
    const half = "a".repeat(3 * 2 ** 20);
    const sockets = numbers(100).map(() => connect(port, "127.0.0.1"));
    await Promise.all(
      sockets.map(
        (socket) =>
          new Promise<void>((resolve) => {
            socket.on("error", () => undefined).resume();
            socket.write(
              `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n${half}`,
              () => {
                resolve();
              },
            );
          }),
      ),
    );
    const [answer] = await callInLine(started.url, [shelf]);
    expect(answer?.status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

test("a text has 50,000 values at most", async () => {
  const endpoint = await serve({});
  const { host } = new URL(endpoint.url);
  const send = async (parameters: Record<string, string>) => {
    const body = new URLSearchParams({ ...leastParameters, ...parameters }).toString();
    return (await sendRequest(endpoint.url, signAcs3Call(host, { body }))).body;
  };

  for (const count of [40_000, 60_000]) {
    const Zones = "1,".repeat(count).slice(0, -1);
    const Rules = `[${"1,".repeat(count).slice(0, -1)}]`;
    const expected = count > 50_000 ? "more than 50000 values" : '"ThingId"';
    expect(await send({ Zones })).toContain(expected);
    expect(await send({ Rules })).toContain("is not a JSON object");
  }
});

test("parameters find their members in one step each, however many there are", () => {
  const members: Member[] = numbers(5000).map((at) => ({
    name: `Member${at}`,
    required: false,
    type: "array",
    style: "flat",
    items: { type: "string" },
  }));
  const parameters = new Map(
    numbers(50_000).map((at) => [`Member${(at % 5000) + 1}.${Math.ceil(at / 5000)}`, "a"]),
  );

  expect(readParameters(members, parameters).problems).toEqual([]);
  expect(structureParameters(members, parameters)).toMatchObject({ Member1: Array(10).fill("a") });
});

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
