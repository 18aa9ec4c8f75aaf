import { createHash, createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";
import { getGlobalDispatcher, ProxyAgent, setGlobalDispatcher } from "undici";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import * as node from "../../src/runtime/platform/node.ts";
import * as web from "../../src/runtime/platform/web.ts";
import type { Platform } from "../../src/runtime/platform/platform.ts";
import { Client } from "../../src/runtime/index.ts";
import { startConnectProxy } from "./connect-proxy.ts";
import { skipWaits } from "./faults/meet.ts";
import { changeListener, createListener, credentials, request } from "./listener.ts";
import { type Misbehave, startLoopback, success } from "./loopback.ts";

// From here on the client runs on what browsers have, too.
vi.mock("#platform", () => import("../../src/runtime/platform/web.ts"));

const platforms: readonly Platform[] = [node, web];
const text = "POST\n/\n监听_😀";

describe("both platforms come to the same", () => {
  for (const { sha256, hmacSha256, hmacSha1 } of platforms) {
    test("SHA-256", async () => {
      expect(await sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    });
    test("HMAC-SHA-256", async () => {
      const expected = createHmac("sha256", "键").update(text).digest("hex");
      expect(await hmacSha256("键", text)).toBe(expected);
    });
    test("HMAC-SHA-1", async () => {
      const expected = createHmac("sha1", "键&").update(text).digest("base64");
      expect(await hmacSha1("键&", text)).toBe(expected);
    });
  }
  test("a nonce that is a UUID", () => {
    for (const { createNonce } of platforms) expect(createNonce()).toMatch(/^[\da-f-]{36}$/);
  });
});

for (const signature of ["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const) {
  test(`a call over fetch, signed with ${signature}`, async () => {
    const { endpoint, received } = await startLoopback(success);
    const client = new Client({ credentials, endpoint, signature });
    expect(await client.call(createListener, request)).toEqual({ RequestId: "REQ-1" });
    client.close();
    const [{ method, headers, query, form } = {}] = received;
    expect({ method, host: headers?.host }).toEqual({
      method: "POST",
      host: endpoint.replace("http://", ""),
    });
    expect({ ...query, ...form }).toMatchObject({ "PortRanges.1.ToPort": "21" });
  });
}

const blackHole: Misbehave = () => undefined;
const cut: Misbehave = (response, socket) => {
  response.writeHead(200, { "content-length": "100" }).write("{", () => socket.destroy());
};

describe("over fetch, an answer is read that fetch leaves packed", () => {
  const packed = (body: Buffer, encoding: string): Misbehave => {
    return (response) => {
      response.writeHead(200, { "content-encoding": encoding }).end(body);
    };
  };
  const json = JSON.stringify({ RequestId: "REQ-1" });

  test.each(["gzip, identity", "identity, gzip", "gzip"])("%s", async (encoding) => {
    const { endpoint } = await startLoopback(packed(gzipSync(json), encoding));
    const client = new Client({ credentials, endpoint });
    expect(await client.call(createListener, request)).toEqual({ RequestId: "REQ-1" });
  });

  test("but not where it is longer than maxResponseBytes once it is unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000, " "));
    const { endpoint } = await startLoopback(packed(bomb, "gzip, identity"));
    const client = new Client({ credentials, endpoint, maxResponseBytes: 100_000, retry: false });
    await expect(client.call(createListener, request)).rejects.toMatchObject({
      reason: "response",
      message: expect.stringContaining("maxResponseBytes") as string,
    });
  });

  test("but only once: what is packed in itself has no end", async () => {
    const { endpoint } = await startLoopback(packed(gzipSync(gzipSync(json)), "identity, gzip, x"));
    const client = new Client({ credentials, endpoint, retry: false });
    const result: unknown = await client
      .call(createListener, request)
      .catch((error: unknown) => error);
    expect(result).not.toEqual({ RequestId: "REQ-1" });
  });
});

describe("over fetch", () => {
  test("a connection that fails may have been used, for all it tells", async () => {
    const { endpoint, received } = await startLoopback((_, socket) => socket.resetAndDestroy());
    const call = new Client({ credentials, endpoint }).call(changeListener, request);
    await expect(call).rejects.toMatchObject({ phase: "send", reason: "connection", attempts: 1 });
    expect(received).toHaveLength(1);
  });

  test("a connection that fails tells why, with the causes and codes of fetch", async () => {
    const { endpoint, received } = await startLoopback((_, socket) => socket.resetAndDestroy());
    const client = new Client({ credentials, endpoint });
    await expect(client.call(changeListener, request)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^The request to [\d.:]+ failed: fetch failed: .*ECONNRESET/,
      ) as string,
    });
    expect(received).toHaveLength(1);
    const refused = new Client({ credentials, endpoint: "http://127.0.0.1:1", retry: false });
    await expect(refused.call(changeListener, request)).rejects.toMatchObject({
      message: "The request to 127.0.0.1:1 failed: fetch failed: bad port",
    });
    const unknown = new Client({ credentials, endpoint: "host.invalid", retry: false });
    await expect(unknown.call(changeListener, request)).rejects.toMatchObject({
      message: expect.stringMatching(/fetch failed: getaddrinfo \w+ host\.invalid/) as string,
    });
  });

  test("an answer 407, which fetch hides, is told and not repeated", async () => {
    const { endpoint, received } = await startLoopback({ status: 407 });
    const call = new Client({ credentials, endpoint }).call(createListener, request);
    await expect(call).rejects.toMatchObject({
      message: expect.stringContaining(
        "failed: the proxy answered 407 (it asks for credentials: give them with its URL): fetch failed: ",
      ) as string,
      permanent: true,
      attempts: 1,
    });
    expect(received).toHaveLength(1);
  });

  test.each([
    [407, 1],
    [403, 1],
    [503, 3],
  ])("a proxy that answers %d in place of a tunnel is asked %d times", async (refuse, times) => {
    skipWaits();
    const proxy = await startConnectProxy({ refuse });
    const dispatcher = getGlobalDispatcher();
    setGlobalDispatcher(new ProxyAgent(proxy.url));
    onTestFinished(() => {
      setGlobalDispatcher(dispatcher);
    });
    const client = new Client({ credentials, endpoint: "https://localhost:1234" });
    await expect(client.call(createListener, request)).rejects.toMatchObject({
      message: expect.stringContaining(`the proxy answered ${refuse}`) as string,
      permanent: times === 1,
      attempts: times,
    });
    expect(proxy.asked).toHaveLength(times);
  });

  test("an answer that is cut off", async () => {
    const { endpoint } = await startLoopback(cut);
    const call = new Client({ credentials, endpoint }).call(createListener, request);
    await expect(call).rejects.toMatchObject({ phase: "receive", reason: "connection" });
  });

  test("an answer that does not come in time", async () => {
    const { endpoint } = await startLoopback(blackHole);
    const timeout = { total: 50 };
    const call = new Client({ credentials, endpoint, timeout }).call(createListener, request);
    await expect(call).rejects.toMatchObject({ phase: "send", reason: "timeout" });
  });

  test("an answer without end", async () => {
    const { endpoint } = await startLoopback({ body: "x".repeat(17_000_000) });
    const call = new Client({ credentials, endpoint }).call(createListener, request);
    await expect(call).rejects.toMatchObject({ phase: "receive", reason: "response" });
  });

  test("an error of the service", async () => {
    const { endpoint } = await startLoopback({ status: 400, body: { Code: "NotExist" } });
    const call = new Client({ credentials, endpoint }).call(createListener, request);
    await expect(call).rejects.toMatchObject({ name: "ServiceError", code: "NotExist" });
  });
});
