import { getEventListeners } from "node:events";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { AbortSignalLike } from "../../src/runtime/transports/transport.ts";
import { skipWaits } from "./faults/meet.ts";
import { createListener, credentials, describeListener, request } from "./listener.ts";
import { loadRuntime, platforms } from "./load-runtime.ts";
import { type Misbehave, startLoopback, success } from "./loopback.ts";

const hold: Misbehave = () => undefined;
const onWarning = vi.fn();

beforeEach(() => {
  skipWaits();
  onWarning.mockReset();
  process.on("warning", onWarning);
  onTestFinished(() => void process.off("warning", onWarning));
});

/** Expects that Node has had no reason to warn of a leak, and had time to. */
async function expectNoWarnings(): Promise<void> {
  await new Promise(setImmediate);
  expect(onWarning).not.toHaveBeenCalled();
}

/** A signal that is no `EventTarget`, as libraries for older browsers have it. */
class HandMadeSignal implements AbortSignalLike {
  aborted = false;
  reason: unknown;
  readonly listeners: (() => void)[] = [];

  addEventListener(_: "abort", listener: () => void): void {
    this.listeners.push(listener);
  }

  removeEventListener(_: "abort", listener: () => void): void {
    const at = this.listeners.indexOf(listener);
    if (at >= 0) this.listeners.splice(at, 1);
  }

  abort(reason: unknown): void {
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.listeners) listener();
  }
}

describe.each(platforms)("on the platform %s", async (platform) => {
  const { Client, waitFor } = await loadRuntime(platform);

  test("200 calls of two clients under one signal are one listener, and none in the end", async () => {
    const { endpoint } = await startLoopback(success);
    const clients = [1, 2].map(() => new Client({ credentials, endpoint }));
    const { signal } = new AbortController();

    const calls = clients.flatMap((client) =>
      Array.from({ length: 100 }, () => client.call(createListener, request, { signal })),
    );
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await Promise.all(calls);

    expect(getEventListeners(signal, "abort")).toEqual([]);
    for (const client of clients) client.close();
    await expectNoWarnings();
  });

  test("a signal that calls have shared serves those that begin later, and those that are under way when others end", async () => {
    const { endpoint, arrived } = await startLoopback(success, hold, success);
    const client = new Client({ credentials, endpoint });
    const controller = new AbortController();
    const { signal } = controller;

    await client.call(createListener, request, { signal });
    const held = client.call(createListener, request, { signal });
    const failed = expect(held).rejects.toMatchObject({ reason: "abort", cause: "enough" });
    await arrived(2);
    await client.call(createListener, request, { signal });
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    controller.abort("enough");

    await failed;
    expect(getEventListeners(signal, "abort")).toEqual([]);
    client.close();
  });

  test("one signal ends 100 calls at a time", async () => {
    const { endpoint, arrived } = await startLoopback(hold);
    const client = new Client({ credentials, endpoint });
    const controller = new AbortController();
    const { signal } = controller;
    const calls = Array.from({ length: 100 }, () =>
      client.call(createListener, request, { signal }).catch((error: unknown) => error),
    );

    await arrived(100);
    controller.abort("enough");

    for (const error of await Promise.all(calls)) {
      expect(error).toMatchObject({ reason: "abort", cause: "enough", attempts: 1 });
    }
    expect(getEventListeners(signal, "abort")).toEqual([]);
    client.close();
    await expectNoWarnings();
  });

  test("101 attempts of one call under one signal are one listener, and none in the end", async () => {
    const unavailable = { status: 503, body: { Code: "ServiceUnavailable" } };
    const { endpoint, received } = await startLoopback(unavailable);
    const most: number[] = [];
    const { signal } = new AbortController();
    const onRequest = () => most.push(getEventListeners(signal, "abort").length);
    const retry = { maxAttempts: 300 };
    const client = new Client({ credentials, endpoint, retry, onRequest });
    await client.call(describeListener, request, { signal }).catch(() => undefined);

    expect(received).toHaveLength(101);
    expect(new Set(most)).toEqual(new Set([1]));
    expect(getEventListeners(signal, "abort")).toEqual([]);
    client.close();
    await expectNoWarnings();
  });

  test("each attempt has a signal of its own, on which a transport may leave its listeners", async () => {
    const signals = new Set<AbortSignal>();
    const send = ({ signal }: { readonly signal: AbortSignal }) => {
      signals.add(signal);
      for (let count = 0; count < 5; count += 1) signal.addEventListener("abort", () => undefined);
      return Promise.resolve({ status: 503, headers: {}, body: "" });
    };
    const retry = { maxAttempts: 50 };
    const client = new Client({ credentials, endpoint: "localhost", transport: { send }, retry });

    await client.call(describeListener, request).catch(() => undefined);

    expect(signals.size).toBe(50);
    await expectNoWarnings();
  });

  test("a signal made of others is heeded, and has no listener in the end", async () => {
    const { endpoint, arrived } = await startLoopback(hold);
    const client = new Client({ credentials, endpoint });
    const controller = new AbortController();
    const signals = Array.from({ length: 20 }, () =>
      AbortSignal.any([controller.signal, new AbortController().signal]),
    );
    const calls = signals.map((signal) =>
      client.call(createListener, request, { signal }).catch((error: unknown) => error),
    );

    await arrived(20);
    controller.abort("enough");

    for (const error of await Promise.all(calls)) {
      expect(error).toMatchObject({ reason: "abort", cause: "enough" });
    }
    for (const signal of signals) expect(getEventListeners(signal, "abort")).toEqual([]);
    client.close();
    await expectNoWarnings();
  });

  test("a signal that is made by hand is heeded, with one listener", async () => {
    const { endpoint, arrived } = await startLoopback(hold);
    const client = new Client({ credentials, endpoint });
    const signal = new HandMadeSignal();
    const calls = Array.from({ length: 20 }, () =>
      client.call(createListener, request, { signal }).catch((error: unknown) => error),
    );

    await arrived(20);
    expect(signal.listeners).toHaveLength(1);
    signal.abort("enough");

    for (const error of await Promise.all(calls)) {
      expect(error).toMatchObject({ reason: "abort", cause: "enough" });
    }
    expect(signal.listeners).toEqual([]);
    client.close();
  });

  test.each([{}, new AbortController(), "signal", 5, () => 1])(
    "a signal that is none is refused: %j",
    async (given) => {
      const { endpoint, received } = await startLoopback(success);
      const signal = given as AbortSignal;
      const call = new Client({ credentials, endpoint }).call(createListener, request, { signal });
      await expect(call).rejects.toMatchObject({
        name: "RequestError",
        issues: [{ path: "", rule: "option", message: "signal must be an AbortSignal." }],
      });
      expect(received).toEqual([]);
    },
  );

  test("50 waits for a state under one signal are one listener, and none in the end", async () => {
    const { endpoint } = await startLoopback(
      ...Array.from({ length: 50 }, () => ({ body: { State: "creating" } })),
      { body: { State: "active" } },
    );
    const client = new Client({ credentials, endpoint });
    const { signal } = new AbortController();
    const waiter = { state: ["State"], settled: ["active"] };
    const waits = Array.from({ length: 50 }, () =>
      waitFor((options) => client.call(describeListener, request, options), waiter, {
        signal,
        delay: { min: 0, max: 0 },
      }),
    );

    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await Promise.all(waits);

    expect(getEventListeners(signal, "abort")).toEqual([]);
    client.close();
    await expectNoWarnings();
  });
});
