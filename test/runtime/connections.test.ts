import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { Client, type Transport } from "../../src/runtime/index.ts";
import { changeListener, createListener, credentials, request } from "./listener.ts";
import { type Misbehave, startLoopback, success } from "./loopback.ts";

test("calls one after the other share a connection", async () => {
  const { endpoint, received } = await startLoopback(success);
  const client = new Client({ credentials, endpoint });
  for (let call = 0; call < 3; call += 1) await client.call(createListener, request);
  expect(received.map(({ connection }) => connection)).toEqual([1, 1, 1]);
});

test("an answer that is an error keeps the connection, too", async () => {
  const { endpoint, received } = await startLoopback({ status: 400, body: { Code: "A" } }, success);
  const client = new Client({ credentials, endpoint });
  await client.call(createListener, request).catch(() => undefined);
  await client.call(createListener, request);
  expect(received.map(({ connection }) => connection)).toEqual([1, 1]);
});

test("clients share none", async () => {
  const { endpoint, received } = await startLoopback(success);
  for (let call = 0; call < 2; call += 1) {
    await new Client({ credentials, endpoint }).call(createListener, request);
  }
  expect(received.map(({ connection }) => connection)).toEqual([1, 2]);
});

test("close() leaves no connection, and the client can still be used", async () => {
  const { endpoint, openSockets, received } = await startLoopback(success);
  const client = new Client({ credentials, endpoint });
  await client.call(createListener, request);
  const [kept] = openSockets;
  const closed = new Promise((resolve) => kept?.once("close", resolve));
  client.close();
  await closed;
  expect(openSockets.size).toBe(0);

  await client.call(createListener, request);
  expect(received.map(({ connection }) => connection)).toEqual([1, 2]);
});

test("close() lets a call under way end, and its connection with it", async () => {
  let waiting: ServerResponse | undefined;
  const later: Misbehave = (response) => {
    waiting = response;
  };
  const { endpoint, arrived, openSockets } = await startLoopback(later);
  const client = new Client({ credentials, endpoint });
  const call = client.call(createListener, request);
  await arrived(1);
  const [used] = openSockets;
  const closed = new Promise((resolve) => used?.once("close", resolve));
  client.close();
  waiting?.end("{}");
  await expect(call).resolves.toEqual({});
  await closed;
});

test("an answer without end is not read to its end", async () => {
  const endless: Misbehave = (response) => {
    const more = () => {
      while (response.write(Buffer.alloc(1_000_000))) continue;
    };
    response.writeHead(200).on("drain", more);
    more();
  };
  const { endpoint } = await startLoopback(endless);
  await expect(
    new Client({ credentials, endpoint }).call(createListener, request),
  ).rejects.toMatchObject({
    message: "The answer is longer than 16777216 bytes (maxResponseBytes).",
    phase: "receive",
    reason: "response",
  });
});

test("an upgrade nobody asked for is a lost connection", async () => {
  const upgrade: Misbehave = (_, socket) =>
    socket.end("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n");
  const { endpoint } = await startLoopback(upgrade);
  await expect(
    new Client({ credentials, endpoint }).call(createListener, request),
  ).rejects.toMatchObject({ reason: "connection" });
});

test("a name that does not exist was never connected to", async () => {
  const client = new Client({ credentials, endpoint: "host.invalid", retry: false });
  await expect(client.call(createListener, request)).rejects.toMatchObject({
    phase: "connect",
    reason: "connection",
  });
});

test("a transport of one's own takes a few lines", async () => {
  const transport: Transport = {
    async send({ url, method, headers, body, signal }) {
      const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
      const { status } = response;
      return { status, headers: Object.fromEntries(response.headers), body: await response.text() };
    },
  };
  const { endpoint, received } = await startLoopback(success);
  const client = new Client({ credentials, endpoint, transport });
  expect(await client.call(createListener, request)).toEqual({ RequestId: "REQ-1" });
  expect(received[0]?.headers.host).toBe(endpoint.replace("http://", ""));
  client.close();
});

test("whatever a transport throws is told, and counts as possibly carried out", async () => {
  const transport: Transport = { send: () => Promise.reject(new Error("out of paper")) };
  const client = new Client({ credentials, endpoint: "localhost", transport });
  await expect(client.call(changeListener, request)).rejects.toMatchObject({
    message: "Transport failed: out of paper",
    phase: "send",
    attempts: 1,
  });
});
