import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ServiceError, TransportError } from "../../../src/runtime/index.ts";
import { changeListener, createListener } from "../listener.ts";
import { meet } from "./meet.ts";
import { answer, end, head, hear, hold, say, success } from "./misbehaving-server.ts";

const html = { "content-type": "text/html" };
const gzip = { "content-encoding": "gzip" };
const packed = gzipSync('{"RequestId":"REQ-9"}');

describe.each(["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const)("signed with %s", (signature) => {
  describe("an answer of success is read whatever it is", () => {
    test.each([
      ["JSON", answer(200, '{"RequestId":"R"}'), { RequestId: "R" }],
      ["nothing", answer(200), {}],
      ["nothing, and no length either", [hear, say(head(200)), end], {}],
      ["nothing, as 204 says", [hear, say(head(204))], {}],
      ["nothing but white space", answer(200, " \r\n"), {}],
      ["null", answer(200, "null"), {}],
      [
        "JSON called a page",
        answer(200, '{"RequestId":"R"}', { "content-type": "text/html" }),
        { RequestId: "R" },
      ],
      [
        "JSON until the end of the connection",
        [hear, say(head(200), '{"RequestId":"R"}'), end],
        { RequestId: "R" },
      ],
      [
        "XML where JSON was asked for",
        answer(200, "<Made><RequestId>R</RequestId><Ids><Id>1</Id><Id>2</Id></Ids></Made>", {
          "content-type": "text/xml",
        }),
        { RequestId: "R", Ids: { Id: ["1", "2"] } },
      ],
      [
        "announced first, as 103 and 100 do",
        [
          hear,
          say("HTTP/1.1 103 Early Hints\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n"),
          say(head(200, { "content-length": 2 }), "{}"),
        ],
        {},
      ],
      ["packed", answer(200, packed, gzip), { RequestId: "REQ-9" }],
      [
        "packed, by its other name",
        answer(200, packed, { "content-encoding": "X-GZip" }),
        { RequestId: "REQ-9" },
      ],
      ["packed, and nothing", answer(200, "", gzip), {}],
      [
        "packed and in chunks",
        [
          hear,
          say(head(200, { ...gzip, "transfer-encoding": "chunked" })),
          say(packed.length.toString(16), "\r\n", packed, "\r\n0\r\n\r\n"),
        ],
        { RequestId: "REQ-9" },
      ],
    ])("%s", async (_, behaviour, expected) => {
      const { result } = await meet(changeListener, [behaviour], { signature });
      expect(result).toEqual(expected);
    });
  });

  describe("an answer of success that cannot be read says so, and is not asked for again", () => {
    test.each([
      [
        "a page",
        answer(200, "<html><p>Log in", html),
        "The service answered 200 with neither JSON nor XML (text/html, 15 characters). " +
          "The request may have been carried out.",
      ],
      [
        "JSON that breaks off",
        answer(200, '{"Requ'),
        "The service answered 200 with neither JSON nor XML (without a content type, 6 characters). " +
          "The request may have been carried out.",
      ],
      ["not packed at all", answer(200, "{}", gzip), "The answer cannot be unpacked (gzip)."],
      [
        "packed, and broken off",
        answer(200, packed.subarray(0, 20), gzip),
        "The answer cannot be unpacked (gzip).",
      ],
      [
        "packed, and changed on its way",
        answer(200, Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]), gzip),
        "The answer cannot be unpacked (gzip).",
      ],
      [
        "packed as nobody asked",
        answer(200, "?", { "content-encoding": "compress" }),
        "The answer cannot be unpacked (compress).",
      ],
    ])("%s", async (_, behaviour, message) => {
      const { error, server } = await meet(createListener, [behaviour, success], { signature });

      expect(error).toBeInstanceOf(TransportError);
      expect(error).toMatchObject({ message, phase: "receive", reason: "response", attempts: 1 });
      expect(server.heard).toHaveLength(1);
    });
  });

  describe("an answer of another length than it says", () => {
    test("that ends too soon is no answer", async () => {
      const short = [hear, say(head(200, { "content-length": 100 }), "{}"), end];
      const { error } = await meet(changeListener, [short], { signature });

      expect(error).toMatchObject({ phase: "receive", reason: "connection", attempts: 1 });
    });

    test("that goes on is no answer, and its rest none to the next call", async () => {
      const long = [hear, say(head(200, { "content-length": 10 }), '{"RequestId":"OTHER"}')];
      const { error } = await meet(changeListener, [long], { signature });
      const { result, server } = await meet(createListener, [long, success], { signature });

      expect(error).toMatchObject({ name: "TransportError", phase: "receive", attempts: 1 });
      expect(result).toEqual({ RequestId: "REQ-1" });
      expect(server.accepted()).toBe(2);
    });

    test("that says two lengths, a negative one, or no number for a chunk is no answer", async () => {
      for (const lines of [
        ["content-length: 2", "content-length: 3"],
        ["content-length: -2"],
        ["transfer-encoding: chunked"],
      ]) {
        const odd = [hear, say(["HTTP/1.1 200 OK", ...lines, "", "{}"].join("\r\n"))];
        const { error } = await meet(changeListener, [odd], { signature });
        expect(error).toMatchObject({ name: "TransportError", phase: "receive", attempts: 1 });
      }
    });
  });

  describe("what is not HTTP is no answer", () => {
    test.each([
      ["another protocol", say("SSH-2.0-OpenSSH_9.6\r\n")],
      ["a page without a head", say("<html>Bad Gateway</html>")],
      ["headers without end", say("HTTP/1.1 200 OK\r\nx-filler: ", "a".repeat(20_000))],
    ])("%s", async (_, step) => {
      const { error } = await meet(changeListener, [[hear, step, hold]], { signature });

      expect(error).toBeInstanceOf(TransportError);
      expect(error).toMatchObject({ phase: "receive", attempts: 1 });
    });
  });

  describe("an error is read whatever it is", () => {
    const json = '{"Code":"Bad","Message":"m","RequestId":"R"}';
    const xml = "<Error><RequestId>R</RequestId><Code>Bad</Code><Message>m</Message></Error>";
    const bad = { code: "Bad", message: "Bad: m (HTTP 400, request R)", requestId: "R" };

    test.each([
      ["JSON", answer(400, json), bad],
      ["JSON called a text", answer(400, json, { "content-type": "text/plain" }), bad],
      ["JSON called XML", answer(400, json, { "content-type": "text/xml" }), bad],
      ["XML", answer(400, xml, { "content-type": "text/xml;charset=utf-8" }), bad],
      ["XML called XML otherwise", answer(400, xml, { "content-type": "application/xml" }), bad],
      ["XML called JSON", answer(400, xml, { "content-type": "application/json" }), bad],
      ["XML called a picture", answer(400, xml, { "content-type": "image/png" }), bad],
      ["XML called nothing", answer(400, xml), bad],
      ["XML that breaks off", answer(400, xml.slice(0, -8)), bad],
      ["packed JSON", answer(400, gzipSync(json), gzip), bad],
      ["packed XML", answer(400, gzipSync(xml), gzip), bad],
      ["a page", answer(404, "<html>Not here</html>", html), { code: "HTTP404" }],
      ["nothing", answer(403), { code: "HTTP403" }],
      ["a redirection", answer(302, "", { location: "http://h.invalid/" }), { code: "HTTP302" }],
      ["an odd status", answer(999, "{}"), { code: "HTTP999" }],
    ])("%s", async (_, behaviour, expected) => {
      const { error, server } = await meet(changeListener, [behaviour, success], { signature });

      expect(error).toBeInstanceOf(ServiceError);
      expect(error).toMatchObject({ ...expected, attempts: 1 });
      expect(server.heard).toHaveLength(1);
    });

    test("the page of a gateway without its service, which passes", async () => {
      const page = answer(502, "<html>Bad Gateway</html>", html);
      const { error } = await meet(changeListener, [page], { signature });
      const { result } = await meet(createListener, [page, page, success], { signature });

      expect(error).toMatchObject({ code: "HTTP502", status: 502, retryable: true, attempts: 1 });
      expect(result).toEqual({ RequestId: "REQ-1" });
    });
  });
});

describe("a large answer", () => {
  const text = JSON.stringify({ RequestId: "x".repeat(10_000_000) });

  test.each([
    ["as it is", answer(200, text)],
    ["packed", answer(200, gzipSync(text), gzip)],
  ])("of 10 MB is read, %s", async (_, behaviour) => {
    const { result } = await meet(changeListener, [behaviour]);
    expect(result?.RequestId).toHaveLength(10_000_000);
  });

  test.each([
    ["of a length that is told", answer(200, text)],
    ["in chunks", [hear, say(head(200, { "transfer-encoding": "chunked" }), "fffff\r\n", text)]],
    ["that is small while it is packed", answer(200, gzipSync(text), gzip)],
    ["that is an error", answer(503, text)],
  ])("is not read beyond maxResponseBytes: one %s", async (_, behaviour) => {
    const { error, server } = await meet(createListener, [behaviour], { maxResponseBytes: 1_000 });

    expect(error).toMatchObject({
      message: "The answer is longer than 1000 bytes (maxResponseBytes).",
      phase: "receive",
      reason: "response",
      attempts: 1,
    });
    expect(server.heard).toHaveLength(1);
  });

  test("of exactly maxResponseBytes is read", async () => {
    const { result } = await meet(changeListener, [success], { maxResponseBytes: 21 });
    expect(result).toEqual({ RequestId: "REQ-1" });
  });
});
