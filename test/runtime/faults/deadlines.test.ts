import { setImmediate as nextTurn } from "node:timers/promises";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { Client, TransportError } from "../../../src/runtime/index.ts";
import { expectNoSecrets, secretCredentials } from "../expect-no-secrets.ts";
import { changeListener, createListener, request } from "../listener.ts";
import { startFullBacklog } from "./full-backlog.ts";
import { expectNoSockets } from "./meet.ts";
import {
  head,
  hear,
  hold,
  say,
  startMisbehaving,
  type Step,
  success,
} from "./misbehaving-server.ts";
import { places } from "./places.ts";

// Time stands still, but for what the tests let pass.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.spyOn(Math, "random").mockReturnValue(0);
  onTestFinished(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
});

const silent = places.filter(([, phase]) => phase !== "wait");
const none = Infinity;

/** How a call ends, and whether it has. */
function watch(call: Promise<unknown>): { error: unknown } {
  const watched: { error: unknown } = { error: undefined };
  call.then(
    () => undefined,
    (error: unknown) => {
      watched.error = error;
    },
  );
  return watched;
}

describe.each(silent)("a call that waits %s", (_, phase, begin) => {
  const limits =
    phase === "connect"
      ? {
          name: "connect",
          after: 10_000,
          message: /^No connection to 127.0.0.1:\d+ within 10000 ms/,
        }
      : { name: "attempt", after: 30_000, message: /^The attempt took longer than 30000 ms/ };

  test.each([
    { ...limits, timeout: {} },
    {
      name: "attempt",
      after: 30_000,
      timeout: { connect: none },
      message: /^The attempt took longer than 30000 ms/,
    },
    {
      name: "total",
      after: 60_000,
      timeout: { connect: none, attempt: none },
      message: /^The call took longer than 60000 ms/,
    },
  ])("is ended by the time for $name, after $after ms", async ({ after, timeout, message }) => {
    const { options, request, moment, server } = await begin();
    const client = new Client({ ...options, timeout, retry: false });
    const call = watch(client.call(createListener, request));

    await moment();
    await vi.advanceTimersByTimeAsync(after - 1);
    expect(call.error).toBeUndefined();
    // Whoever heeds the end gets a moment longer, to say how far it had come.
    await vi.advanceTimersByTimeAsync(2);

    expect(call.error).toBeInstanceOf(TransportError);
    expect(call.error).toMatchObject({
      message: expect.stringMatching(message) as string,
      phase,
      reason: "timeout",
      attempts: 1,
    });
    expectNoSecrets(call.error);
    expect(vi.getTimerCount()).toBe(0);
    client.close();
    if (server !== undefined) await expectNoSockets(server);
  });
});

describe("an answer that drips does not prolong the attempt", () => {
  const letters: Step = ({ socket }) => {
    socket.write("x");
  };
  test.each([
    ["in its headers", say("HTTP/1.1 200 OK\r\nx-slow: ")],
    ["in its body", say(head(200, { "content-length": 100 }))],
  ])("%s", async (_, begin) => {
    const server = await startMisbehaving([hear, begin, letters, hold]);
    const client = new Client({ credentials: secretCredentials, endpoint: server.endpoint });
    const call = watch(client.call(changeListener, request));
    await server.reached(1);

    for (let letter = 0; letter < 3; letter += 1) {
      for (const socket of server.openSockets) socket.write("x");
      await nextTurn();
      await vi.advanceTimersByTimeAsync(9_999);
      expect(call.error).toBeUndefined();
    }
    await vi.advanceTimersByTimeAsync(3);

    expect(call.error).toMatchObject({
      message: "The attempt took longer than 30000 ms (phase: receive).",
      phase: "receive",
      reason: "timeout",
      attempts: 1,
    });
    client.close();
    await expectNoSockets(server);
  });
});

test("an attempt that took too long is repeated where nothing can be done twice", async () => {
  const server = await startMisbehaving([hear, hold], success);
  const client = new Client({ credentials: secretCredentials, endpoint: server.endpoint });
  const call = client.call(createListener, request);

  await server.reached(1);
  await vi.advanceTimersByTimeAsync(30_000);

  await expect(call).resolves.toEqual({ RequestId: "REQ-1" });
  expect(vi.getTimerCount()).toBe(0);
  client.close();
  await expectNoSockets(server);
});

test("the total time ends what many attempts make of it", async () => {
  const server = await startMisbehaving([hear, hold]);
  const client = new Client({ credentials: secretCredentials, endpoint: server.endpoint });
  const call = watch(client.call(createListener, request));

  await server.reached(1);
  await vi.advanceTimersByTimeAsync(30_000);
  await server.reached(2);
  await vi.advanceTimersByTimeAsync(30_000);

  expect(call.error).toMatchObject({
    message: "The call took longer than 60000 ms (phase: receive).",
    reason: "timeout",
    attempts: 2,
  });
  expect(vi.getTimerCount()).toBe(0);
});

test("whoever does not answer the first packet is asked three times, since nothing was sent", async () => {
  const endpoint = `http://${await startFullBacklog()}`;
  const connecting = () =>
    process.getActiveResourcesInfo().filter((each) => each === "ConnectWrap").length;
  await nextTurn();
  const before = connecting();
  const client = new Client({ credentials: secretCredentials, endpoint });
  const call = watch(client.call(changeListener, request));

  for (const attempts of [1, 2, 3]) {
    expect(call.error, `attempt ${attempts}`).toBeUndefined();
    await nextTurn();
    await vi.advanceTimersByTimeAsync(10_000);
  }

  expect(call.error).toMatchObject({ phase: "connect", reason: "timeout", attempts: 3 });
  expect(connecting()).toBeLessThanOrEqual(before);
  expect(vi.getTimerCount()).toBe(0);
});
