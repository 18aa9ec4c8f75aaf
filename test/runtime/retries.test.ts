import { createServer } from "node:net";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  Client,
  type RequestOptions,
  type Transport,
  TransportError,
} from "../../src/runtime/index.ts";
import {
  changeListener,
  createListener,
  describeListener,
  credentials,
  request,
} from "./listener.ts";
import { type Misbehave, type Reply, startLoopback, success } from "./loopback.ts";

// The waits between attempts are random between nothing and a limit.
beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});

const throttled: Reply = { status: 400, body: { Code: "Throttling.User" } };
const unavailable: Reply = { status: 503, body: { Code: "ServiceUnavailable" } };
const internal: Reply = { status: 500, body: { Code: "InternalError" } };
const page: Reply = { status: 502, body: "<html></html>" };
const refused: Reply = { status: 400, body: { Code: "NotExist.Accelerator" } };
const reset: Misbehave = (_, socket) => socket.resetAndDestroy();
const cut: Misbehave = (response, socket) => {
  response.writeHead(200, { "content-length": "100" }).write("{", () => socket.destroy());
};

/** How often the service was asked, if it first fails so, and would then succeed. */
async function asked(
  failure: Reply | Misbehave,
  { token, options }: { token: boolean; options?: RequestOptions },
): Promise<number> {
  const { endpoint, received } = await startLoopback(failure, failure, success);
  const client = new Client({ credentials, endpoint });
  const operation = token ? createListener : changeListener;
  await client.call(operation, request, options).catch(() => undefined);
  return received.length;
}

describe("nothing is done twice", () => {
  const table: [failure: string, reply: Reply | Misbehave, without: number, withToken: number][] = [
    ["throttled", throttled, 3, 3],
    ["throttled with status 429", { ...throttled, status: 429 }, 3, 3],
    ["429 without a code", { status: 429 }, 1, 3],
    ["unavailable", unavailable, 1, 3],
    ["internal error", internal, 1, 3],
    ["a gateway's page", page, 1, 3],
    ["connection reset", reset, 1, 3],
    ["answer cut off", cut, 1, 3],
    ["an error that stays", refused, 1, 1],
    ["an answer that cannot be read", { body: "<xml>" }, 1, 1],
  ];
  for (const [failure, reply, without, withToken] of table) {
    test(`${failure}: asked ${without} times without a token, ${withToken} with it`, async () => {
      expect(await asked(reply, { token: false })).toBe(without);
      expect(await asked(reply, { token: true })).toBe(withToken);
    });
  }
});

test("a connection the service dropped while it was kept is a reset like any other", async () => {
  const dropping: Misbehave = (_, socket) => socket.resetAndDestroy();
  const { endpoint, received } = await startLoopback(success, dropping, success);
  const client = new Client({ credentials, endpoint });
  await client.call(changeListener, request);
  await expect(client.call(changeListener, request)).rejects.toMatchObject({
    reason: "connection",
    staleConnection: true,
  });
  expect(received.map(({ connection }) => connection)).toEqual([1, 1]);
});

test("a refused connection is tried again: nothing was sent", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const client = new Client({ credentials, endpoint: `http://127.0.0.1:${port}` });
  await expect(client.call(createListener, request)).rejects.toMatchObject({
    phase: "connect",
    reason: "connection",
    attempts: 3,
    cause: { code: "ECONNREFUSED" },
  });
});

test("each attempt has its own nonce and signature, and the same token", async () => {
  const { endpoint, received } = await startLoopback(unavailable, success);
  const client = new Client({ credentials, endpoint });
  await client.call(createListener, { ...request, ClientToken: "token-1" });
  const distinct = (name: string) => new Set(received.map(({ headers }) => headers[name])).size;
  expect(distinct("x-acs-signature-nonce")).toBe(2);
  expect(distinct("authorization")).toBe(2);
  expect(received.map(({ query }) => query.ClientToken)).toEqual(["token-1", "token-1"]);
});

test("a token that is left out or empty is filled in, the same for all attempts", async () => {
  for (const given of [{}, { ClientToken: "" }]) {
    const { endpoint, received } = await startLoopback(unavailable, success);
    await new Client({ credentials, endpoint }).call(createListener, { ...request, ...given });
    const [first, second] = received.map(({ query }) => query.ClientToken);
    expect(first).toMatch(/^[\da-f-]{36}$/);
    expect(second).toBe(first);
  }
});

test("where nothing is to be repeated, no token is filled in", async () => {
  const { endpoint, received } = await startLoopback(success);
  const client = new Client({ credentials, endpoint, retry: false });
  await client.call(createListener, request);
  expect(received[0]?.query).not.toHaveProperty("ClientToken");
});

test("what only reads is repeated without a token", async () => {
  const { endpoint, received } = await startLoopback(unavailable, reset, success);
  await new Client({ credentials, endpoint }).call(describeListener, request);
  expect(received).toHaveLength(3);
});

test("a kept connection that was closed is replaced at once, and counts as no attempt", async () => {
  const { endpoint, received } = await startLoopback(success, reset, success);
  const client = new Client({ credentials, endpoint, retry: { maxAttempts: 2 } });
  const waits = vi.spyOn(Math, "random").mockClear();
  await client.call(createListener, request);
  await client.call(createListener, request);
  expect(received.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  expect(waits).not.toHaveBeenCalled();
});

describe("a clock that is wrong", () => {
  const expired: Reply = {
    status: 400,
    body: { Code: "InvalidTimeStamp.Expired" },
    headers: { date: "Thu, 01 Jan 2026 00:00:00 GMT" },
  };
  const clock = () => new Date("2026-01-01T01:00:00Z");

  test("is set by the service's, and the call repeated once", async () => {
    const { endpoint, received } = await startLoopback(expired, success);
    const client = new Client({ credentials, endpoint, clock, retry: { maxAttempts: 2 } });
    await client.call(changeListener, request);
    await client.call(changeListener, request);
    expect(received.map(({ headers }) => headers["x-acs-date"])).toEqual([
      "2026-01-01T01:00:00Z",
      "2026-01-01T00:00:00Z",
      "2026-01-01T00:00:00Z",
    ]);
  });

  test("is an error if that does not help", async () => {
    const { endpoint, received } = await startLoopback(expired);
    const call = new Client({ credentials, endpoint, clock }).call(changeListener, request);
    await expect(call).rejects.toMatchObject({ code: "InvalidTimeStamp.Expired", attempts: 2 });
    expect(received).toHaveLength(2);
  });

  for (const [why, reply] of [
    ["the answer has no date", { ...expired, headers: { date: "today" } }],
    ["it is the form that is wrong", { ...expired, body: { Code: "InvalidTimeStamp.Format" } }],
  ] as const) {
    test(`is an error at once if ${why}`, async () => {
      const { endpoint, received } = await startLoopback(reply);
      await expect(
        new Client({ credentials, endpoint, clock }).call(changeListener, request),
      ).rejects.toMatchObject({ status: 400 });
      expect(received).toHaveLength(1);
    });
  }
});

test("an outage is not multiplied: a client repeats 100 attempts, then only as calls succeed", async () => {
  let down = true;
  const send = vi.fn<Transport["send"]>(() =>
    Promise.resolve({ status: down ? 503 : 200, headers: {}, body: "{}" }),
  );
  const client = new Client({ credentials, endpoint: "h", transport: { send } });
  const calls = async (count: number) => {
    send.mockClear();
    for (let at = 0; at < count; at += 1) {
      await client.call(describeListener, request).catch(() => undefined);
    }
    return send.mock.calls.length;
  };

  expect(await calls(50)).toBe(150);
  expect(await calls(50)).toBe(50);
  down = false;
  expect(await calls(10)).toBe(10);
  down = true;
  expect(await calls(10)).toBe(12);
});

test("retry: false tries once", async () => {
  expect(await asked(throttled, { token: true, options: { retry: false } })).toBe(1);
});

test("maxAttempts counts the first attempt, too", async () => {
  expect(await asked(throttled, { token: true, options: { retry: { maxAttempts: 2 } } })).toBe(2);
});

test("the error tells how many attempts there were", async () => {
  const { endpoint } = await startLoopback(throttled);
  const call = new Client({ credentials, endpoint }).call(createListener, request);
  await expect(call).rejects.toMatchObject({ code: "Throttling.User", attempts: 3 });
});

test("how long to wait may be said in seconds, as HTTP has it", async () => {
  const { endpoint } = await startLoopback({ ...throttled, headers: { "retry-after": "7" } });
  const call = new Client({ credentials, endpoint }).call(createListener, request, {
    retry: false,
  });
  await expect(call).rejects.toMatchObject({ retryAfter: 7000 });
});

test("a wait that would outlast the call is not begun", async () => {
  const { endpoint, received } = await startLoopback({
    ...throttled,
    headers: { "x-acs-retry-after": "60001" },
  });
  const call = new Client({ credentials, endpoint }).call(createListener, request);
  await expect(call).rejects.toMatchObject({ code: "Throttling.User", attempts: 1 });
  expect(received).toHaveLength(1);
});

test("waits grow, at random between nothing and a limit", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const at: number[] = [];
  let now = 0;
  const transport: Transport = {
    send: () => {
      at.push(now);
      return Promise.reject(new TransportError("no way", { phase: "connect" }));
    },
  };
  const client = new Client({ credentials, endpoint: "h", transport, retry: { maxAttempts: 4 } });
  const failed = expect(client.call(createListener, request)).rejects.toThrow("no way");
  for (; now < 1000; now += 50) await vi.advanceTimersByTimeAsync(50);
  await failed;
  vi.useRealTimers();
  expect(at).toEqual([0, 50, 250, 650]);
});
