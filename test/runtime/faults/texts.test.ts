import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type ClientOptions, ServiceError } from "../../../src/runtime/index.ts";
import { WebTransport } from "../../../src/runtime/platform/web-transport.ts";
import { changeListener } from "../listener.ts";
import { meet } from "./meet.ts";
import { answer } from "./misbehaving-server.ts";

// Texts of 10 MB, and such as a terminal obeys, in errors that end up in logs.

const platforms: [platform: string, options: () => Partial<ClientOptions>][] = [
  ["over node:http", () => ({})],
  ["over fetch", () => ({ transport: new WebTransport() })],
];
const closing = { connection: "close" };

/** The error that a refusal with this body becomes. */
async function refusal(body: unknown, options: Partial<ClientOptions> = {}): Promise<ServiceError> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const { error } = await meet(changeListener, [answer(400, text, closing)], options);
  if (!(error instanceof ServiceError)) throw new Error("No ServiceError", { cause: error });
  return error;
}

// Control characters but line ends, which `inspect` puts between frames and members.
const unsafe = /[^\P{C}\n]|[\p{Zl}\p{Zp}\p{DI}]/u;

describe.each(platforms)("%s", (_, options) => {
  test.each(["x", "\u001b[31m", "键", "\n", "\u202e", "\u0000"])(
    "every text of an error is cut and clean, of %j, 10 MB of it",
    async (piece) => {
      const long = piece.repeat(100_000);
      const longest = piece.repeat(10_000_000 / JSON.stringify(piece).length);
      const error = await refusal(
        { Code: long, Message: longest, RequestId: long, Recommend: long },
        options(),
      );

      expect(error.message.length).toBeLessThan(13_000);
      for (const text of [error.code, error.requestId, error.recommend]) {
        expect(text?.length).toBeLessThanOrEqual(4_096);
        expect(text).toMatch(/ \[cut\]$/);
      }
      expect(inspect(error)).not.toMatch(unsafe);
      expect(error.message).not.toContain("\n");
    },
  );

  test("a detail is cut, too: its texts, their sum, and the names in it", async () => {
    const long = "\u001b[2J".repeat(2_000);
    const detail = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`${at}${long}`, long]),
    );
    const error = await refusal({ Code: "A", AccessDeniedDetail: detail }, options());
    const kept = JSON.stringify(error.accessDeniedDetail);

    expect(kept.length).toBeLessThan(200_000);
    expect(kept).toContain(String.raw`\\u001b[2J`);
    expect(kept).toContain("[cut]");
  });

  test("a text of 10 MB that is nothing but secrets is read no further than needed", async () => {
    for (const secret of ["Token=abcdefg&", "LTAI5tKeyIdOfTheTest ", "SecretOf%2FThe%2BTest%3D"]) {
      const { message } = await refusal({ Code: "A", Message: secret.repeat(600_000) }, options());
      expect(message).toMatch(/^A: .*\[redacted\].* \[cut\] \(HTTP 400\)$/);
    }
  });

  test("of 700,000 members the few that tell an error are taken", async () => {
    const names = Array.from({ length: 700_000 }, (_, at) => `"${at.toString(36)}":0`);
    const error = await refusal(`{${names.join()},"Code":"A","message":"m"}`, options());
    expect(error.message).toBe("A: m (HTTP 400)");
  });

  test("a request id in a header is cut and clean", async () => {
    const id = `\u0080\u009b${"i".repeat(9_000)}`;
    const behaviour = answer(400, "{}", { ...closing, "x-acs-request-id": id });
    const { error } = await meet(changeListener, [behaviour], options());
    expect(inspect(error)).not.toMatch(unsafe);
    expect(inspect(error).length).toBeLessThan(20_000);
  });

  test.each([
    ["an object", { Code: { a: 1 }, Message: ["x"] }, "HTTP400", /^HTTP400: no reason told/],
    ["a number", { Code: 7, Message: 8 }, "7", /^7: 8 \(HTTP 400\)/],
    ["a name that objects have", { Code: "__proto__" }, "__proto__", /^__proto__: no reason/],
    ["beyond all numbers", '{"Code":1e999,"Message":-1e999}', "Infinity", /^Infinity: -Infinity/],
    ["halved", { Code: "A\ud800", Message: "\udfff" }, String.raw`A\ud800`, /^A\\ud800: \\udfff/],
    [
      "XML",
      "<E><Code>A</Code><Message>&#x1b;[1m&#x2028;m</Message></E>",
      "A",
      /^A: \\u001b\[1m\\u\{2028\}/,
    ],
  ])("a code and message that are %s", async (_, body, code, message) => {
    const error = await refusal(body, options());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  test("a content type that is shown is clean", async () => {
    const behaviour = answer(200, "?", { ...closing, "content-type": "a\u009b2Jb" });
    const { error } = await meet(changeListener, [behaviour], options());
    expect(String(error)).toContain(String.raw`\u{9b}2Jb`);
  });
});

describe("what takes far more memory as values than as text", () => {
  test.each([
    ["strings", '""'],
    ["integers", "1234567890123456789"],
  ])("5 MB of %s beside a large integer are read", async (_, item) => {
    const items = `,${item}`.repeat(5_000_000 / (item.length + 1));
    const { error } = await meet(changeListener, [answer(200, `[12345678901234567890${items}]`)]);
    expect(error).toBeUndefined();
  });

  const size = 4_000_000;
  test.each([
    ["lists", `[${"[],".repeat(size)}0]`],
    ["objects", `[${"{},".repeat(size)}0]`],
    ["lists within lists", "[".repeat(size) + "]".repeat(size)],
    ["members", `{${`"a":0,`.repeat(2_000_000)}"b":0}`],
  ])("%s: a million is read, and not four", async (_, body) => {
    const { error } = await meet(changeListener, [answer(200, body)]);
    expect(error).toMatchObject({
      message:
        "The service answered 200 with more than 1,000,000 lists, objects and members. " +
        "The request may have been carried out.",
      reason: "response",
      attempts: 1,
    });
    expect((await refusal(body)).code).toBe("HTTP400");
  });

  test.each([
    ["elements", `<a>${"<b/>".repeat(2_000_000)}</a>`],
    ["texts", `<a>${"x<?>".repeat(2_000_000)}</a>`],
  ])("%s of XML: 300,000 are read, and not more", async (_, body) => {
    const { error } = await meet(changeListener, [answer(200, body)]);
    expect(error).toMatchObject({ reason: "response", attempts: 1 });
  });

  test("references of XML, at each place of a part", async () => {
    const text = `${"&amp;".repeat(30_000)}${"x&#x41;".repeat(30_000)}`;
    const { result } = await meet(changeListener, [answer(200, `<a><B>${text}</B></a>`)]);
    expect(result).toEqual({ B: `${"&".repeat(30_000)}${"xA".repeat(30_000)}` });
  });
});
