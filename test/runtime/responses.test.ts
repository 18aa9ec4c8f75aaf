import { describe, expect, test } from "vitest";
import { Client } from "../../src/runtime/index.ts";
import { parseJson } from "../../src/runtime/responses/parse-json.ts";
import { createListener, credentials, request } from "./listener.ts";
import { type Reply, startLoopback } from "./loopback.ts";

async function answer(reply: Reply): Promise<unknown> {
  const { endpoint } = await startLoopback(reply);
  return new Client({ credentials, endpoint }).call(createListener, request);
}

test("what differs from the page is handed over as it came", async () => {
  const body = { RequestId: 7, Unknown: [{ Deep: "x" }], Code: "200" };
  expect(await answer({ body })).toEqual(body);
});

test("no body is an empty object", async () => {
  expect(await answer({ status: 204 })).toEqual({});
});

test("null is an empty object", async () => {
  expect(await answer({ body: "null" })).toEqual({});
});

test("a byte order mark is no part of JSON", async () => {
  expect(await answer({ body: '\uFEFF{"a":"键"}' })).toEqual({ a: "键" });
});

test("a member __proto__ is a member, and changes no prototype", async () => {
  const value = await answer({ body: '{"__proto__":{"polluted":true}}' });
  expect(Object.keys(value ?? {})).toEqual(["__proto__"]);
  expect("polluted" in {}).toBe(false);
});

test("a page where JSON was asked for is an error, and says that the work may be done", async () => {
  const reply = { headers: { "content-type": "text/html" }, body: "<!doctype html><p>Hello" };
  await expect(answer(reply)).rejects.toMatchObject({
    name: "TransportError",
    phase: "receive",
    reason: "response",
    message:
      "The service answered 200 with neither JSON nor XML " +
      "(text/html, 23 characters). The request may have been carried out.",
  });
});

test("XML where JSON was asked for is read as texts", async () => {
  const xml = `<?xml version="1.0"?>
    <CreateListenerResponse>
      <RequestId>R-1</RequestId>
      <PortRanges><PortRange><FromPort>20</FromPort></PortRange><PortRange/></PortRanges>
      <Name><![CDATA[a <b> & c]]> &amp; d</Name>
    </CreateListenerResponse>`;
  expect(await answer({ headers: { "content-type": "text/plain" }, body: xml })).toEqual({
    RequestId: "R-1",
    PortRanges: { PortRange: [{ FromPort: "20" }, ""] },
    Name: "a <b> & c & d",
  });
});

for (const body of [
  "<html><p>Hello</p></html>",
  "<a><b>cut",
  "<a><b></a></b>",
  "<a/><a/>",
  "</a>",
  "<a/>text",
  '{"RequestId": "R-',
]) {
  test(`neither JSON nor XML: ${body}`, async () => {
    await expect(answer({ body })).rejects.toMatchObject({ reason: "response" });
  });
}

describe("integers", () => {
  const cases: [json: string, value: unknown][] = [
    ["9007199254740991", 9007199254740991],
    ["9007199254740993", "9007199254740993"],
    ["[-9223372036854775808]", ["-9223372036854775808"]],
    ['{"a": 18446744073709551615}', { a: "18446744073709551615" }],
    ["1.2345678901234567", 1.2345678901234567],
    ["12345678901234567e3", 12345678901234567e3],
    ['"9007199254740993"', "9007199254740993"],
    [
      '["\\"", 9007199254740993, "\\\\", "1 9007199254740993"]',
      ['"', "9007199254740993", "\\", "1 9007199254740993"],
    ],
  ];
  for (const [json, value] of cases) {
    test(json, () => {
      expect(parseJson(json)).toEqual(value);
    });
  }
  test("beside very long text", () => {
    const text = "\\x".repeat(1_000_000);
    const json = JSON.stringify({ text, id: 0 }).replace("0}", "9007199254740993}");
    expect(parseJson(json)).toEqual({ text, id: "9007199254740993" });
  });
});
