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

test("a member then is a member, and the answer none that is waited for", async () => {
  for (const then of ["x", 1, null, { then: {} }, [], "() => 1"]) {
    const value = { then, RequestId: "R" };
    expect(await answer({ body: value })).toEqual(value);
  }
  expect(await answer({ body: "<A><then>x</then></A>" })).toEqual({ then: "x" });
});

test("members named after what objects have are members", async () => {
  const names = ["constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "toJSON"];
  const members = Object.fromEntries([...names, "__defineGetter__"].map((name) => [name, "x"]));
  const elements = Object.keys(members).map((name) => `<${name}>x</${name}>`);

  expect(await answer({ body: members })).toEqual(members);
  const read = await answer({ body: `<A>${elements.join("")}<__proto__>x</__proto__></A>` });
  expect(Object.entries(read as object)).toEqual(
    Object.entries({ ...members, ["__proto__"]: "x" }),
  );
});

test("JSON 100,000 deep is read", async () => {
  const body = `{"RequestId":"R","Deep":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  expect(await answer({ body })).toMatchObject({ RequestId: "R" });
});

test("XML is read 900 deep, and not 100,000", async () => {
  const nested = (depth: number) => `${"<a>".repeat(depth)}x${"</a>".repeat(depth)}`;

  expect(await answer({ body: nested(900) })).toHaveProperty("a");
  for (const body of [nested(100_000), "<a>".repeat(100_000), "</a>".repeat(100_000)]) {
    await expect(answer({ body })).rejects.toMatchObject({
      name: "TransportError",
      message: expect.stringContaining("with neither JSON nor XML") as string,
    });
  }
});

describe("entities of XML", () => {
  test("there are five, and characters by their numbers", async () => {
    const body = "<A><B>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#0000067;&#x1F600;</B></A>";
    expect(await answer({ body })).toEqual({ B: "<>&\"'ABC😀" });
  });

  test("all others stay as they are, and so do numbers of no character", async () => {
    const text = "&lol9; &xxe; &nbsp; &#; &#x; &#1e5; &#x110000; &#99999999; &constructor; &";
    expect(await answer({ body: `<A><B>${text}</B></A>` })).toEqual({ B: text });
  });

  test("a document type that declares some is no answer", async () => {
    const lol = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};">`);
    for (const body of [
      `<!DOCTYPE A [<!ENTITY l0 "lol">${lol.join("")}]><A><B>&l10;</B></A>`,
      `<!DOCTYPE A [<!ENTITY x SYSTEM "file:///etc/passwd">]><A><B>&x;</B></A>`,
    ]) {
      await expect(answer({ body })).rejects.toMatchObject({ reason: "response" });
    }
    expect(await answer({ body: '<!DOCTYPE A SYSTEM "a.dtd"><A><B>&x;</B></A>' })).toEqual({
      B: "&x;",
    });
  });

  test("what they stand for is not read once more", async () => {
    expect(await answer({ body: "<A><B>&amp;lt;C&amp;gt; &#38;lt;</B></A>" })).toEqual({
      B: "&lt;C&gt; &lt;",
    });
  });
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
  "<a/><!-- cut",
  "<a/><!-- cut >",
  "<a/><![CDATA[cut",
  "<a/><![CDATA[cut >",
  "<a/><? cut",
  "<a/><! cut",
  "<a><b/><",
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
