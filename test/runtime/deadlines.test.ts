import { getEventListeners } from "node:events";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Client, type ClientOptions, type Transport } from "../../src/runtime/index.ts";
import { abortable } from "./abortable.ts";
import { createListener, credentials, request } from "./listener.ts";
import { type Misbehave, startLoopback, success } from "./loopback.ts";

/** A client that gets stuck, and the moment it does. */
interface Stuck {
  readonly options: ClientOptions;
  readonly stuck: Promise<void>;
}

const ignore = () => undefined;
const blackHole: Misbehave = ignore;
const never = new Promise<never>(ignore);

/** Something to wait for, and what ends the wait. */
function gate(): { passed: Promise<void>; pass: () => void } {
  const passing = new EventTarget();
  return {
    passed: new Promise((resolve) => {
      passing.addEventListener("pass", () => {
        resolve();
      });
    }),
    pass: () => void passing.dispatchEvent(new Event("pass")),
  };
}

function stuckInCredentials(): Stuck {
  const { passed, pass } = gate();
  const source = {
    getCredential: () => {
      pass();
      return never;
    },
  };
  return { options: { credentials: source, endpoint: "localhost" }, stuck: passed };
}

/** It accepts connections, but never greets as TLS does. */
async function stuckInConnect(): Promise<Stuck> {
  const { passed, pass } = gate();
  const server = createServer((socket) => {
    socket.on("error", ignore).on("data", pass);
    onTestFinished(() => void socket.destroy());
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return { options: { credentials, endpoint: `https://127.0.0.1:${port}` }, stuck: passed };
}

async function stuckInReceive(misbehave: Misbehave): Promise<Stuck> {
  const { endpoint, arrived } = await startLoopback(misbehave);
  return { options: { credentials, endpoint }, stuck: arrived(1) };
}

function stuckInWait(): Stuck {
  const { passed, pass } = gate();
  const transport: Transport = {
    send: () => {
      // By then the client has read the answer, and waits.
      setImmediate(pass);
      const headers = { "x-acs-retry-after": "50000" };
      return Promise.resolve({ status: 400, headers, body: '{"Code":"Throttling"}' });
    },
  };
  return { options: { credentials, endpoint: "localhost", transport }, stuck: passed };
}

const slowBody: Misbehave = (response) => {
  response.writeHead(200, { "content-length": "100" }).write("{");
};

const places: [place: string, phase: string, begin: () => Stuck | Promise<Stuck>][] = [
  ["for credentials", "credentials", stuckInCredentials],
  ["for a connection", "connect", stuckInConnect],
  ["for an answer", "receive", () => stuckInReceive(blackHole)],
  ["for the rest of an answer", "receive", () => stuckInReceive(slowBody)],
  ["for the next attempt", "wait", stuckInWait],
];

describe("the caller's signal ends a call that waits", () => {
  for (const [place, phase, begin] of places) {
    test(place, async () => {
      const { options, stuck } = await begin();
      const { signal, abort } = abortable();
      const failed = expect(
        new Client(options).call(createListener, request, { signal }),
      ).rejects.toMatchObject({ name: "TransportError", reason: "abort", phase, attempts: 1 });
      await stuck;
      abort();
      await failed;
      expect(getEventListeners(signal, "abort")).toEqual([]);
    });
  }
});

describe("the total time ends a call that waits", () => {
  for (const [place, phase, begin] of places.slice(0, 4)) {
    test(place, async () => {
      const { options } = await begin();
      const call = new Client(options).call(createListener, request, { timeout: { total: 50 } });
      await expect(call).rejects.toMatchObject({
        name: "TransportError",
        message: expect.stringMatching(/^The call took longer than 50 ms/) as string,
        reason: "timeout",
        phase,
      });
    });
  }
});

test("the connect time ends an attempt, which is then repeated, since nothing was sent", async () => {
  const { options } = await stuckInConnect();
  const client = new Client({ ...options, timeout: { connect: 20 }, retry: { maxAttempts: 2 } });
  await expect(client.call(createListener, request)).rejects.toMatchObject({
    message: expect.stringMatching(/^No connection to 127.0.0.1:\d+ within 20 ms/) as string,
    reason: "timeout",
    phase: "connect",
    attempts: 2,
  });
});

test("the time of a call goes before the client's", async () => {
  const { options } = await stuckInReceive(blackHole);
  const client = new Client({ ...options, timeout: { total: 30_000 } });
  const call = client.call(createListener, request, { timeout: { total: 20 } });
  await expect(call).rejects.toMatchObject({ reason: "timeout" });
});

test("a signal that has aborted before sends nothing, and asks for no credentials", async () => {
  const { endpoint, received } = await startLoopback(success);
  const source = { getCredential: vi.fn(() => Promise.resolve(credentials)) };
  const client = new Client({ credentials: source, endpoint });
  const signal = AbortSignal.abort("not needed");
  await expect(client.call(createListener, request, { signal })).rejects.toMatchObject({
    reason: "abort",
    cause: "not needed",
  });
  expect(received).toEqual([]);
});

test("a transport that does not heed the signal is left behind", async () => {
  const transport: Transport = { send: () => never };
  const client = new Client({ credentials, endpoint: "localhost", transport });
  const call = client.call(createListener, request, { timeout: { total: 20 } });
  await expect(call).rejects.toMatchObject({ reason: "timeout", phase: "send" });
});

test("without a limit there is no timer", async () => {
  const { endpoint } = await startLoopback(success);
  const timeout = { total: Infinity, attempt: Infinity, connect: Infinity };
  const timers = vi.spyOn(globalThis, "setTimeout");
  await new Client({ credentials, endpoint, timeout }).call(createListener, request);
  expect(timers).not.toHaveBeenCalled();
  timers.mockRestore();
});

test("a call that is over leaves no timer and no listener behind", async () => {
  const { endpoint } = await startLoopback(success, { status: 400 });
  const client = new Client({ credentials, endpoint });
  const { signal } = abortable();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  await client.call(createListener, request, { signal });
  await client.call(createListener, request, { signal }).catch(() => undefined);
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
