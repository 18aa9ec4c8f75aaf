import { Agent } from "node:http";
import { describe, expect, test } from "vitest";
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
