import { Agent } from "node:http";
import { Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { Client } from "../../../src/runtime/index.ts";
import { secretCredentials } from "../expect-no-secrets.ts";
import { changeListener, createListener, describeListener, request } from "../listener.ts";
import { expectNoSockets, meet, skipWaits } from "./meet.ts";
import {
  answer,
  type Behaviour,
  end,
  head,
  hear,
  hearHeaders,
  reset,
  say,
  startMisbehaving,
  success,
} from "./misbehaving-server.ts";
import { watchTimers } from "./watch-timers.ts";

/** A server that keeps the connection, or so it says, and then does not. */
const leaving: [how: string, behaviours: Behaviour[]][] = [
  ["ends it after each answer", [[...success, end]]],
  ["resets it after each answer", [[...success, reset]]],
  ["ends it after every third", [success, success, [...success, end]]],
  ["ends it as the next request comes", [success, [hearHeaders, end]]],
  ["resets it as the next request comes", [success, [hearHeaders, reset]]],
  ["says that it closes it", [answer(200, "{}", { connection: "close" })]],
];

describe.each(leaving)("40 calls in a row, where the server %s", (_, behaviours) => {
  const everyOther = Array.from(
    { length: 81 },
    (_, at) => behaviours[at % behaviours.length] ?? [],
  );

  test.each([
    ["with a token", createListener],
    ["that only read", describeListener],
  ])("%s: no error", async (_, operation) => {
    skipWaits();
    const server = await startMisbehaving(...everyOther);
    const timers = watchTimers();
    const client = new Client({ credentials: secretCredentials, endpoint: server.endpoint });

    const errors: unknown[] = [];
    for (let call = 0; call < 40; call += 1) {
      await client.call(operation, request).catch((error: unknown) => errors.push(error));
    }

    expect(errors).toEqual([]);
    expect(timers.running.size).toBe(0);
    client.close();
    await expectNoSockets(server);
  });
});

describe("a kept connection follows the server's Keep-Alive", () => {
  /** Calls once over a server that says so, and tells the last time-out that the connection was given. */
  async function timeoutAfter(told: string | undefined): Promise<number | undefined> {
    const headers: Record<string, string> = told === undefined ? {} : { "keep-alive": told };
    const server = await startMisbehaving(answer(200, "{}", headers));
    const setTimeout = vi.spyOn(Socket.prototype, "setTimeout");
    const client = new Client({ credentials: secretCredentials, endpoint: server.endpoint });
    await client.call(createListener, request);
    // An agent puts a connection away after its answer.
    await vi.waitFor(() => {
      expect(setTimeout.mock.lastCall).toBeDefined();
    });
    await nextTurn();
    const [timeout] = setTimeout.mock.lastCall ?? [];
    setTimeout.mockRestore();
    client.close();
    await expectNoSockets(server);
    return timeout;
  }

  test.each([
    [undefined, 4_000],
    ["timeout=2", 1_000],
    ["timeout=5", 4_000],
    ["timeout=30, max=100", 29_000],
    ["max=100, timeout=30", 29_000],
    ['Timeout = "3"', 2_000],
    ["timeout=999999999999999999999", 60_000],
    ["timeout=-1", 4_000],
    ["timeout=x", 4_000],
    ["max=1", 4_000],
  ])("%j: idle for at most %d ms", async (told, timeout) => {
    expect(await timeoutAfter(told)).toBe(timeout);
  });

  test.each(["timeout=0", "timeout=1", "max=5, timeout=1"])(
    "%s: it is not used again",
    async (told) => {
      const server = await startMisbehaving(answer(200, "{}", { "keep-alive": told }));
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (const options of [{}, { agent }]) {
        const before = server.accepted();
        const client = new Client({
          credentials: secretCredentials,
          endpoint: server.endpoint,
          ...options,
        });
        await client.call(createListener, request);
        await Promise.all([
          client.call(createListener, request),
          client.call(createListener, request),
        ]);
        expect(server.accepted() - before).toBe(3);
        client.close();
      }
      agent.destroy();
      await expectNoSockets(server);
    },
  );
});

test("40 calls at once over connections that are all closed: no error", async () => {
  skipWaits();
  const server = await startMisbehaving([...success, end]);
  const client = new Client({ credentials: secretCredentials, endpoint: server.endpoint });
  const round = () =>
    Promise.all(Array.from({ length: 40 }, () => client.call(createListener, request)));

  await expect(round()).resolves.toHaveLength(40);
  await expect(round()).resolves.toHaveLength(40);
});

test("what a server says unasked on a kept connection is no answer to the next call", async () => {
  const chatty: Behaviour = [...success, say(head(200, { "content-length": 2 }), "{}")];
  const server = await startMisbehaving(chatty, success);
  const client = new Client({ credentials: secretCredentials, endpoint: server.endpoint });
  skipWaits();

  await client.call(createListener, request);
  await expect(client.call(createListener, request)).resolves.toEqual({ RequestId: "REQ-1" });
});

test("a kept connection gathers no listeners, however many calls it serves", async () => {
  const server = await startMisbehaving(success);
  const agent = new Agent({ keepAlive: true });
  const client = new Client({ credentials: secretCredentials, endpoint: server.endpoint, agent });
  const listeners = () => {
    const [socket] = Object.values(agent.freeSockets).flat();
    return socket?.eventNames().map((name) => [name, socket.listenerCount(name)]);
  };

  await client.call(createListener, request);
  const first = listeners();
  for (let call = 0; call < 20; call += 1) await client.call(createListener, request);

  expect(first).toBeDefined();
  expect(listeners()).toEqual(first);
  agent.destroy();
  await expectNoSockets(server);
});

test("a call that could be carried out twice is not, where a kept connection breaks", async () => {
  const server = await startMisbehaving(success, [hear, reset], success);
  const client = new Client({ credentials: secretCredentials, endpoint: server.endpoint });
  await client.call(changeListener, request);

  await expect(client.call(changeListener, request)).rejects.toMatchObject({
    reason: "connection",
    staleConnection: true,
    attempts: 1,
  });
  expect(server.heard).toHaveLength(2);
});

test("a connection that broke under an answer is not kept", async () => {
  const { result, server } = await meet(createListener, [
    [hear, say(head(200, { "content-length": 100 }), "{"), end],
    success,
  ]);
  expect(result).toEqual({ RequestId: "REQ-1" });
  expect(server.accepted()).toBe(2);
});
