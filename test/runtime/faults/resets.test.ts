import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { Client, TransportError } from "../../../src/runtime/index.ts";
import { expectNoSecrets, secretCredentials } from "../expect-no-secrets.ts";
import { changeListener, createListener, describeListener, request } from "../listener.ts";
import { meet, skipWaits } from "./meet.ts";
import {
  type Behaviour,
  end,
  head,
  hear,
  hearHeaders,
  reset,
  say,
  success,
} from "./misbehaving-server.ts";

const signatures = ["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const;

/** Whether all was sent when it broke, is the kernel's to decide. */
const sent = expect.stringMatching(/^(?:send|receive)$/) as unknown;

/** Where a connection may break, and how far the client can know to have come. */
const breaks: [when: string, behaviour: Behaviour, phase: unknown][] = [
  ["ended as soon as it is accepted", [end], sent],
  ["reset once the headers are in", [hearHeaders, reset], sent],
  ["reset once the request is in", [hear, reset], "receive"],
  ["ended once the request is in", [hear, end], "receive"],
  ["reset after the status line", [hear, say("HTTP/1.1 200 OK\r\n"), reset], "receive"],
  ["ended after the status line", [hear, say("HTTP/1.1 200 OK\r\n"), end], "receive"],
  ["reset amid the headers", [hear, say("HTTP/1.1 200 OK\r\nconte"), reset], "receive"],
  ["ended amid the headers", [hear, say("HTTP/1.1 200 OK\r\nconte"), end], "receive"],
  ["reset before the body", [hear, say(head(200, { "content-length": 100 })), reset], "receive"],
  [
    "reset amid the body",
    [hear, say(head(200, { "content-length": 100 }), '{"Req'), reset],
    "receive",
  ],
  [
    "ended amid the body",
    [hear, say(head(200, { "content-length": 100 }), '{"Req'), end],
    "receive",
  ],
  [
    "reset amid a chunk",
    [hear, say(head(200, { "transfer-encoding": "chunked" }), "64\r\n{"), reset],
    "receive",
  ],
  [
    "ended between chunks",
    [hear, say(head(200, { "transfer-encoding": "chunked" }), "1\r\n{\r\n"), end],
    "receive",
  ],
  [
    "reset amid the body of an error",
    [hear, say(head(503, { "content-length": 100 }), '{"Code":"Throttling"'), reset],
    "receive",
  ],
];

describe.each(signatures)("signed with %s, a connection", (signature) => {
  describe.each(breaks)("%s", (_, behaviour, phase) => {
    test("fails a call that might be carried out twice, at once", async () => {
      const { error, server } = await meet(changeListener, [behaviour, success], { signature });

      expect(error).toBeInstanceOf(TransportError);
      expect(error).toMatchObject({
        phase,
        reason: "connection",
        attempts: 1,
        staleConnection: false,
      });
      expect(server.accepted()).toBe(1);
    });

    test("is survived by a call with a token, and by one that only reads", async () => {
      for (const operation of [createListener, describeListener]) {
        const { result } = await meet(operation, [behaviour, behaviour, success], { signature });
        expect(result).toEqual({ RequestId: "REQ-1" });
      }
    });

    test("fails every call in the end, if it never gets better", async () => {
      const { error, server } = await meet(createListener, [behaviour], { signature });

      expect(error).toMatchObject({ reason: "connection", attempts: 3 });
      expect(server.accepted()).toBe(3);
    });
  });

  test("reset as soon as it is accepted, was used or not, and the client knows which", async () => {
    const { error, server } = await meet(changeListener, [[reset], success], { signature });

    if (server.accepted() === 2) expect(error).toBeUndefined();
    else expect(error).toMatchObject({ phase: sent, reason: "connection", attempts: 1 });
  });

  test("refused, was never used: every call tries again, and then says so", async () => {
    skipWaits();
    const { port, close } = await freePort();
    await close();
    const client = new Client({
      credentials: secretCredentials,
      endpoint: `http://127.0.0.1:${port}`,
      signature,
    });
    const error = await client.call(changeListener, request).catch((caught: unknown) => caught);

    expect(error).toMatchObject({
      name: "TransportError",
      message: `No connection to 127.0.0.1:${port}: connect ECONNREFUSED 127.0.0.1:${port}`,
      phase: "connect",
      reason: "connection",
      attempts: 3,
      cause: { code: "ECONNREFUSED" },
    });
    expectNoSecrets(error);
  });
});

async function freePort(): Promise<{ port: number; close: () => Promise<unknown> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}
