import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ClientOptions } from "../../../src/runtime/index.ts";
import { WebTransport } from "../../../src/runtime/platform/web-transport.ts";
import { changeListener } from "../listener.ts";
import { meet } from "./meet.ts";
import { answer, type Behaviour, end, head, hear, say, sayOften } from "./misbehaving-server.ts";

// Bodies as long as the limit, in as many pieces as it takes. In a process of 128 MB, where these tests run
// once more, a client that keeps a piece for each of them does not live to tell.

const json = '{"RequestId":"REQ-1"}';
const limit = 16 * 1024 * 1024;
const chunked = { "transfer-encoding": "chunked", connection: "close" };
const closing = { connection: "close" };

const platforms: [platform: string, options: () => Partial<ClientOptions>][] = [
  ["over node:http", () => ({})],
  ["over fetch", () => ({ transport: new WebTransport() })],
];

/** Blanks in chunks of one size, and then an answer. */
function inChunks(size: number, count: number): Behaviour {
  const chunk = `${size.toString(16)}\r\n${" ".repeat(size)}\r\n`;
  const last = `${json.length.toString(16)}\r\n${json}\r\n0\r\n\r\n`;
  return [hear, say(head(200, chunked)), sayOften(chunk, count), say(last), end];
}

/** A packed body, one byte in each chunk. */
function byteByByte(packed: Buffer, encoding: string): Behaviour {
  const chunks = Array.from(packed, (_, at) => [
    Buffer.from("1\r\n"),
    packed.subarray(at, at + 1),
    Buffer.from("\r\n"),
  ]);
  const headers = { ...chunked, "content-encoding": encoding };
  return [hear, say(head(200, headers)), say(...chunks.flat(), "0\r\n\r\n"), end];
}

const padded = " ".repeat(100_000) + json;
const members = Array<Buffer>(100_000).fill(gzipSync(" "));

describe.each(platforms)("%s, an answer is read", (_, options) => {
  test.each<[how: string, behaviour: Behaviour]>([
    ["in 1.5 million chunks of one byte", inChunks(1, 1_500_000)],
    ["in 1 million chunks of two", inChunks(2, 1_000_000)],
    ["in 4,000 chunks of 4,096", inChunks(4_096, 4_000)],
    [
      "with words beside each chunk",
      [
        hear,
        say(head(200, chunked)),
        sayOften("1;name=value\r\n \r\n", 500_000),
        say("2\r\n{}\r\n0\r\n\r\n"),
        end,
      ],
    ],
    ["packed, a byte in each chunk", byteByByte(gzipSync(padded), "gzip")],
    [
      "packed in 100,000 parts",
      answer(200, Buffer.concat([...members, gzipSync(json)]), {
        ...closing,
        "content-encoding": "gzip",
      }),
    ],
    [
      "packed twice",
      answer(200, gzipSync(gzipSync(padded)), {
        ...closing,
        "content-encoding": "gzip, gzip",
      }),
    ],
    [
      "behind 20,000 announcements of it",
      [
        hear,
        sayOften("HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n", 20_000),
        say(head(200, { ...closing, "content-length": 2 }), "{}"),
        end,
      ],
    ],
  ])("%s", async (_, behaviour) => {
    const { error, result } = await meet(changeListener, [behaviour], options());
    expect(error).toBeUndefined();
    expect([json, "{}"]).toContain(JSON.stringify(result));
  });
});

describe.each(platforms)("%s, an answer without end is given up", (_, options) => {
  const bomb = Buffer.alloc(limit + 1, " ");
  const packed = (body: Buffer, encoding: string) =>
    answer(200, body, { ...closing, "content-encoding": encoding });

  test.each<[how: string, behaviour: Behaviour]>([
    [
      "in chunks of 7 bytes",
      [hear, say(head(200, chunked)), sayOften("7\r\n1234567\r\n", 2 ** 22)],
    ],
    [
      "that is an error",
      [hear, say(head(400, chunked)), sayOften("100\r\n" + "x".repeat(256) + "\r\n", 2 ** 17)],
    ],
    ["once gzip is undone", packed(gzipSync(bomb), "gzip")],
    ["once two gzips are undone", packed(gzipSync(gzipSync(bomb)), "gzip, gzip")],
    ["once deflate is undone", packed(deflateSync(bomb), "deflate")],
    ["once br is undone", packed(brotliCompressSync(bomb), "br")],
  ])("%s", async (_, behaviour) => {
    const { error } = await meet(changeListener, [behaviour], options());
    expect(error).toMatchObject({
      message: "The answer is longer than 16777216 bytes (maxResponseBytes).",
      phase: "receive",
      reason: "response",
      attempts: 1,
    });
  });

  test.each<[how: string, behaviour: Behaviour]>([
    ["in its headers", [hear, say("HTTP/1.1 200 OK\r\n"), sayOften("a: b\r\n", 100_000)]],
    ["in one of them", [hear, say("HTTP/1.1 200 OK\r\na: "), sayOften("b", 1_000_000)]],
    ["in its trailers", [hear, say(head(200, chunked), "0\r\n"), sayOften("a: b\r\n", 100_000)]],
  ])("%s", async (_, behaviour) => {
    const { error } = await meet(changeListener, [behaviour], options());
    expect(error).toMatchObject({
      phase: expect.stringMatching(/send|receive/) as string,
      reason: "connection",
    });
  });
});

describe("on Node, an answer is read whatever it was packed with", () => {
  test.each([
    ["", Buffer.from(json)],
    [" ", Buffer.from(json)],
    [",", Buffer.from(json)],
    ["identity", Buffer.from(json)],
    ["Identity, identity", Buffer.from(json)],
    ["gzip, identity", gzipSync(json)],
    ["identity,gzip", gzipSync(json)],
    [" GZIP ,", gzipSync(json)],
    ["x-gzip", gzipSync(json)],
    ["gzip, x-gzip", gzipSync(gzipSync(json))],
    ["deflate", deflateSync(json)],
    ["deflate", deflateRawSync(json)],
    ["br", brotliCompressSync(json)],
    ["gzip, br", brotliCompressSync(gzipSync(json))],
    ["gzip, br, deflate", deflateSync(brotliCompressSync(gzipSync(json)))],
  ])("%j", async (encoding, body) => {
    const behaviour = answer(200, body, { "content-encoding": encoding });
    for (const maxResponseBytes of [limit, Infinity, 1_000.5]) {
      const { error, result } = await meet(changeListener, [behaviour], { maxResponseBytes });
      expect(error).toBeUndefined();
      expect(result).toEqual({ RequestId: "REQ-1" });
    }
  });

  test.each([
    ["compress", "unknown encoding compress"],
    ["gzip, constructor", "unknown encoding constructor"],
    ["aws-chunked", "unknown encoding aws-chunked"],
    ["gzip, gzip, gzip, gzip", "4 encodings"],
    [Array(200).fill("gzip").join(), "200 encodings"],
  ])("and not if nobody knows how: %j", async (encoding, why) => {
    const behaviour = answer(200, gzipSync(json), { "content-encoding": encoding });
    const { error } = await meet(changeListener, [behaviour]);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^The answer cannot be unpacked \(/) as string,
      reason: "response",
      attempts: 1,
      cause: { message: why },
    });
  });
});
