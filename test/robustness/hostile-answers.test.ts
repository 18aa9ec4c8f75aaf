import { createServer, type Server } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  Client,
  type HttpResponse,
  ServiceError,
  TransportError,
} from "../../src/runtime/index.ts";
import { WebTransport } from "../../src/runtime/platform/web-transport.ts";
import { type AnswerShape, shapeAnswer } from "../../src/runtime/responses/shape-answer.ts";
import { readResult } from "../../src/runtime/responses/read-result.ts";
import { readServiceError } from "../../src/runtime/responses/read-service-error.ts";
import { readXml } from "../../src/runtime/responses/read-xml.ts";
import { changeListener, request } from "../runtime/listener.ts";
import { expectNoSecrets, secretCredentials as credentials } from "../runtime/expect-no-secrets.ts";
import { generatedAnswer, generatedElement, generatedText } from "./generated-answer.ts";
import { propertyRuns } from "./property-runs.ts";

let server: Server;
let answer: Buffer;

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on("error", () => undefined);
    let received = "";
    socket.on("data", (bytes) => {
      received += bytes.toString("latin1");
      if (received.includes("\r\n\r\n")) socket.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
});

const shapes: fc.Arbitrary<AnswerShape> = fc.letrec<{ shape: AnswerShape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("string", "number", "long", "boolean", "any"),
    tie("shape").map((items): AnswerShape => [items]),
    tie("shape").map((values): AnswerShape => ["map", values]),
    fc
      .array(fc.tuple(fc.constantFrom("__proto__", "constructor", "then", "A", "a"), tie("shape")))
      .map((members): AnswerShape => Object.fromEntries(members)),
  ),
})).shape;

/** What all objects have by themselves, which no answer may add to. */
function builtIn(): string {
  const prototypes = [Object, Array, String, Number, Promise, Error, Map].map(
    ({ prototype }) => prototype as object,
  );
  return prototypes.map((one) => Reflect.ownKeys(one).map(String).join()).join("\n");
}

const before = builtIn();

/** Expects objects and lists as literals make them, and nothing that is called. */
function expectPlain(value: unknown): void {
  const left = [value];
  for (const one of left) {
    expect(["string", "number", "boolean", "object"]).toContain(typeof one);
    if (typeof one !== "object" || one === null) continue;
    const expected: unknown = Array.isArray(one) ? Array.prototype : Object.prototype;
    expect(Object.getPrototypeOf(one)).toBe(expected);
    left.push(...Object.values(one as Record<string, unknown>));
  }
}

describe("whatever comes over the wire", { timeout: 300_000 }, () => {
  test.each([
    ["over node:http", { timeout: { total: 20_000 } }, 400],
    // Some versions of fetch never end what is not packed as it says: it is for the deadline to.
    ["over fetch", { transport: new WebTransport(), timeout: { total: 300 } }, 150],
  ])("is an answer or an error of the client's, %s", async (_, options, runs) => {
    const { port } = server.address() as { port: number };
    const client = new Client({
      ...options,
      credentials,
      endpoint: `http://127.0.0.1:${port}`,
      retry: false,
      onResponse: ({ requestId = "" }) => {
        expectNoSecrets(new Error(requestId));
      },
    });
    const property = fc.asyncProperty(generatedAnswer, shapes, async (bytes, shape) => {
      answer = bytes;
      const error: unknown = await client
        .call({ ...changeListener, answer: shape }, request)
        .then(expectPlain, (caught: unknown) => caught);
      if (error !== undefined) {
        expect([ServiceError, TransportError]).toContain((error as Error).constructor);
        if (!("transport" in options)) expect(error).not.toHaveProperty("reason", "timeout");
        expectNoSecrets(error);
      }
      expect(builtIn()).toBe(before);
    });

    await fc.assert(property, propertyRuns(runs));
    client.close();
  });
});

describe("whatever a body says", { timeout: 300_000 }, () => {
  const redact = (one: string) => one;
  const headers = fc.dictionary(
    fc.constantFrom("retry-after", "x-acs-retry-after", "x-acs-request-id", "content-type"),
    fc.string({ unit: "binary" }),
  );

  test("a success is a plain value of its shape, or a TransportError", () => {
    const property = fc.property(generatedText, headers, shapes, (body, some, shape) => {
      const response: HttpResponse = { status: 200, headers: some, body };
      try {
        expectPlain(shapeAnswer(readResult(response, { attempts: 1, redact }), shape));
      } catch (error) {
        expect(error).toBeInstanceOf(TransportError);
      }
      expect(builtIn()).toBe(before);
    });
    fc.assert(property, propertyRuns(4000));
  });

  test("an error is a ServiceError, of texts and with a wait that a timer can count", () => {
    const property = fc.property(generatedText, headers, fc.nat(999), (body, some, status) => {
      const response: HttpResponse = { status, headers: some, body };
      const error = readServiceError(response, { attempts: 1, stringToSign: "", redact, now: 0 });

      expect(error.code).not.toBe("");
      for (const text of [error.code, error.requestId ?? "", error.hostId ?? "", error.message]) {
        expect(typeof text).toBe("string");
      }
      expect(error.retryAfter ?? 0).toBeLessThan(2 ** 31);
      if (error.accessDeniedDetail !== undefined) expectPlain(error.accessDeniedDetail);
      expect(builtIn()).toBe(before);
    });
    fc.assert(property, propertyRuns(4000));
  });

  test("JSON is read as JSON.parse reads it, but for large integers", () => {
    const property = fc.property(fc.jsonValue(), (value) => {
      const body = JSON.stringify(value);
      fc.pre(!/\d{16}/.test(body));
      const response: HttpResponse = { status: 200, headers: {}, body };
      const read = readResult(response, { attempts: 1, redact });
      expect(JSON.stringify(read)).toBe(body === "null" ? "{}" : body);
    });
    fc.assert(property, propertyRuns(2000));
  });

  test("well-formed XML is read as it was written", () => {
    const property = fc.property(generatedElement, ({ xml, value }) => {
      const { result } = readXml(`<?xml version="1.0"?><!DOCTYPE r><r>${xml}</r>`);
      const expected = typeof value === "string" ? { r: value } : value;
      expect(JSON.stringify(result)).toBe(JSON.stringify(expected));
    });
    fc.assert(property, propertyRuns(2000));
  });
});

describe("a megabyte of what is slow to read if it is read badly", { timeout: 60_000 }, () => {
  const size = 1_000_000;

  test.each([
    ...["<", "<a", "<a ", "<a b", "</", "<!", "<!-", "<!--", "<!-->", "<![CDATA[", "<![CDATA[]]"],
    ...["<?", "<?>", "&", "&a", "&#", "&#x", "&#1", "]]>", "-->", "<a/>", "<a>", "</a>", "<a></a>"],
    ...['<a b="c" ', "<a><", "<a>&", "<!-- -", "a", " ", "\n", "<a:", "<a.b", "<1>", "<a//", "/>"],
    ...[
      "[",
      "]",
      "{",
      '{"a":',
      '"',
      '\\"',
      "\\",
      "9",
      "-",
      "1e",
      "1.",
      '"9',
      '["a",',
      "[],",
      "[9]",
    ],
  ])("%j", (piece) => {
    const many = piece.repeat(size / piece.length);
    for (const body of [many, `<a>${many}</a>`, `["${many}`]) {
      const response: HttpResponse = { status: 400, headers: { "retry-after": many }, body };
      const redact = (one: string) => one;
      readServiceError(response, { attempts: 1, stringToSign: many, redact, now: 0 });
      readXml(body);
      try {
        readResult({ ...response, status: 200 }, { attempts: 1, redact });
      } catch (error) {
        expect(error).toBeInstanceOf(TransportError);
      }
    }
  });
});
