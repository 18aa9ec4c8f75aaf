import { createServer } from "node:net";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  Client,
  type RequestOptions,
  type Transport,
  TransportError,
} from "../../src/runtime/index.ts";
import { createListener, credentials, request } from "./listener.ts";
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
  const call = token ? { ...request, ClientToken: "token-1" } : request;
  await client.call(createListener, call, options).catch(() => undefined);
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
    ["an answer that cannot be read", { body: "<xml/>" }, 1, 1],
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
  await client.call(createListener, request);
  await expect(client.call(createListener, request)).rejects.toMatchObject({
    reason: "connection",
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

test("an empty token is no token", async () => {
  const { endpoint, received } = await startLoopback(unavailable);
  const client = new Client({ credentials, endpoint });
  await client.call(createListener, { ...request, ClientToken: "" }).catch(() => undefined);
  expect(received).toHaveLength(1);
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
