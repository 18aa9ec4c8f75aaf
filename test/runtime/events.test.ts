import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import {
  Client,
  type ClientOptions,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
} from "../../src/runtime/index.ts";
import { createListener, credentials, request } from "./listener.ts";
import { type Reply, startLoopback, success } from "./loopback.ts";

const unavailable: Reply = {
  status: 503,
  headers: { "x-acs-request-id": "REQ-0", "x-acs-retry-after": "0" },
  body: { Code: "ServiceUnavailable" },
};

function listen() {
  return {
    onRequest: vi.fn(),
    onResponse: vi.fn(),
    onRetry: vi.fn(),
  } satisfies Partial<ClientOptions>;
}

test("each attempt is told of, and what became of it", async () => {
  const { endpoint } = await startLoopback(unavailable, success);
  const listeners = listen();
  await new Client({ credentials, endpoint, ...listeners }).call(createListener, request);

  const told = { product: "Ga", version: "2019-11-20", action: "CreateListener", endpoint };
  expect(listeners.onRequest.mock.calls).toEqual([
    [{ ...told, attempt: 1 }],
    [{ ...told, attempt: 2 }],
  ]);
  expect(listeners.onResponse.mock.calls).toMatchObject([
    [{ status: 503, requestId: "REQ-0", error: { code: "ServiceUnavailable", attempts: 1 } }],
    [{ status: 200, error: undefined }],
  ]);
  expect(listeners.onRetry.mock.calls).toMatchObject([
    [{ error: { code: "ServiceUnavailable" }, delay: 0 }],
  ]);
});

test("events of one attempt share the object that told of it", async () => {
  const { endpoint } = await startLoopback(unavailable, success);
  const { onRequest, onResponse, onRetry } = listen();
  const client = new Client({ credentials, endpoint, onRequest, onResponse, onRetry });
  await client.call(createListener, request);
  const [first, second] = onRequest.mock.calls.map(([event]) => event as RequestEvent);
  const requests = [...onResponse.mock.calls, ...onRetry.mock.calls].map(
    ([event]) => (event as ResponseEvent | RetryEvent).request,
  );
  expect(
    requests.map((request) => [first, second].findIndex((event) => event === request)),
  ).toEqual([0, 1, 0]);
});

test("timings follow one another; a kept connection takes none to connect", async () => {
  const { endpoint } = await startLoopback(success);
  const { onResponse } = listen();
  const client = new Client({ credentials, endpoint, onResponse });
  await client.call(createListener, request);
  await client.call(createListener, request);
  const [first, second] = onResponse.mock.calls.map(([event]) => (event as ResponseEvent).timings);
  const moments = [0, first?.connect, first?.firstByte, first?.total].map(Number);
  expect(moments.every(Number.isFinite)).toBe(true);
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  expect(first?.credentials).toBeLessThanOrEqual(first?.total ?? 0);
  expect(second?.firstByte).toBeGreaterThan(0);
  expect(second?.connect).toBeUndefined();
});

test("a failure without an answer has no status", async () => {
  const { endpoint } = await startLoopback((_, socket) => socket.resetAndDestroy());
  const { onResponse } = listen();
  const client = new Client({ credentials, endpoint, onResponse, retry: false });
  await client.call(createListener, request).catch(() => undefined);
  expect(onResponse.mock.calls).toMatchObject([
    [{ status: undefined, error: { phase: "receive" } }],
  ]);
});

test("no event holds a key or a signature", async () => {
  const { endpoint, received } = await startLoopback(unavailable, success);
  const listeners = listen();
  await new Client({ credentials, endpoint, ...listeners }).call(createListener, request);
  const told = Object.values(listeners).map(({ mock }) => inspect(mock.calls, { depth: null }));
  const signatures = received.map(({ headers }) => headers.authorization?.split("Signature=")[1]);
  for (const secret of [...Object.values(credentials), ...signatures]) {
    expect(told.join("\n")).not.toContain(secret);
  }
});

test("a listener's own mistake does not end the call", async () => {
  const { endpoint } = await startLoopback(success);
  const fail = () => {
    throw new Error("telemetry is down");
  };
  const client = new Client({ credentials, endpoint, onRequest: fail, onResponse: fail });
  await expect(client.call(createListener, request)).resolves.toEqual({ RequestId: "REQ-1" });
});

test("a listener that rejects does not end the process", async () => {
  const { endpoint } = await startLoopback(success);
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const fail = () => Promise.reject(new Error("telemetry is down"));
  const client = new Client({
    credentials,
    endpoint,
    onResponse: fail as unknown as () => undefined,
  });
  await client.call(createListener, request);
  // Node reports a rejection that nobody handles after the microtasks of its turn.
  await new Promise(setImmediate);
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
