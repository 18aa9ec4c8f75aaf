import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveEndpoint, type Endpoint } from "../../src/endpoint/serve-endpoint.ts";
import { parseJson } from "../../src/endpoint/wire/json.ts";
import { structureParameters } from "../../src/endpoint/parameters/structure-parameters.ts";
import type { Member, Operation } from "../../src/spec/operation.ts";
import { createThing, leastParameters } from "../endpoint/create-thing.ts";
import { library } from "../endpoint/library.ts";
import { signCall } from "../endpoint/sign-call.ts";
import { payloads } from "../emit/payloads.ts";
import { propertyRuns } from "./property-runs.ts";

let endpoint: Endpoint;

beforeAll(async () => {
  endpoint = await serveEndpoint([createThing, ...library]);
});

afterAll(() => endpoint.close());

const name = fc.oneof(
  fc.constantFrom(...createThing.request.map((member) => member.name)),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "then",
    "",
    ".",
    "1",
    "Ports.1",
    "Ports.0",
    "Labels.a",
  ),
  fc.constantFrom("Ports.999999999", "Ports.1.From", "Labels.__proto__", "Labels.a.b", "Action"),
  fc.constantFrom(...payloads),
);

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 10 }),
  fc.constantFrom(...payloads.filter((one) => !/\p{Surrogate}/u.test(one))),
  fc.constantFrom('[{"Key":"a"}]', '[{"__proto__":1}]', "[", '"', '["\\u0000abc"]', "null", "{}"),
  fc.constantFrom(
    "[".repeat(5000),
    `${"[".repeat(5000)}${"]".repeat(5000)}`,
    "1,2,,",
    "9".repeat(400),
  ),
  fc.integer().map(String),
);

const parameters = fc
  .array(fc.tuple(name, text), { maxLength: 5 })
  .map((some): Record<string, string> => Object.fromEntries(some));

const control = fc
  .tuple(
    fc.constantFrom("fail", "calls", "created", "resources", "reset", "", "..", "__proto__"),
    fc.constantFrom("GET", "POST", "PUT", "DELETE"),
    parameters,
    fc.record(
      {
        action: text,
        code: fc.oneof(text, fc.constantFrom("Throttling", "StateError.Thing")),
        times: text,
        operation: fc.oneof(text, fc.constantFrom("ListBooks")),
        count: fc.oneof(text, fc.constantFrom("3", "-1", "1e9", "Infinity", "NaN")),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([path, method, some, known]) => ({ path, method, query: { ...some, ...known } }));

const plain = Object.getOwnPropertyNames(Object.prototype).join();

/** Expects that a call was answered by what the endpoint meant to say, and that it goes on serving. */
async function expectAnswered(url: string, init: RequestInit = {}): Promise<void> {
  const response = await fetch(url, { ...init, redirect: "manual" });
  const body = await response.text();
  expect(`${response.status} ${body}`).not.toMatch(/InternalError|^500/);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(plain);
}

function encode(some: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(some)).toString();
}

describe("whatever is called", { timeout: 300_000 }, () => {
  test("a signed call is answered", async () => {
    const property = fc.asyncProperty(parameters, fc.boolean(), async (some, least) => {
      const all = { ...(least ? leastParameters : {}), ...some };
      const wellFormed = Object.entries(all).filter((one) => !/\p{Surrogate}/u.test(one.join("")));
      await expectAnswered(`${endpoint.url}/?${signCall(Object.fromEntries(wellFormed))}`);
    });
    await fc.assert(property, propertyRuns(200));
  });

  test("a body is answered that is a form or none", async () => {
    const body = fc.oneof(
      parameters.map(encode),
      fc
        .array(fc.constantFrom(..."a = & + % %4 %zz %C0 %00 Action . 1 é".split(" ")))
        .map((some) => some.join("")),
    );
    const type = fc.constantFrom("application/x-www-form-urlencoded", "text/xml", "a;b", "");
    const property = fc.asyncProperty(body, type, async (sent, contentType) => {
      await expectAnswered(endpoint.url, {
        method: "POST",
        headers: { "content-type": contentType },
        body: sent,
      });
    });
    await fc.assert(property, propertyRuns(200));
  });

  test("a control call is answered", async () => {
    const property = fc.asyncProperty(control, async ({ path, method, query }) => {
      await expectAnswered(`${endpoint.url}/endpoint/${path}?${encode(query)}`, { method });
    });
    await fc.assert(property, propertyRuns(200));
    endpoint.reset();
  });

  test("what is no HTTP ends, and the endpoint goes on serving", async () => {
    const { port } = new URL(endpoint.url);
    const bytes = fc
      .array(
        fc.oneof(
          fc.constantFrom("GET / HTTP/1.1\r\n", "POST /?a=%ff HTTP/1.1\r\n", "Host: a\r\n", "\r\n"),
          fc.constantFrom(
            "Authorization: ACS3-HMAC-SHA256 Credential=a,SignedHeaders=__proto__,Signature=0\r\n",
          ),
          fc.constantFrom(
            "content-length: 5\r\n",
            "transfer-encoding: chunked\r\n",
            "x-acs-date: \r\n",
          ),
          fc.constantFrom(
            "__proto__: a\r\n",
            "x-acs-action: __proto__\r\n",
            "x-acs-version: constructor\r\n",
          ),
          fc.string({ unit: "binary", maxLength: 6 }),
        ),
        { maxLength: 10 },
      )
      .map((some) => some.join(""));
    const property = fc.asyncProperty(bytes, async (sent) => {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), "127.0.0.1", () => socket.end(sent));
        socket.on("error", () => undefined).on("data", () => undefined);
        socket.on("close", () => {
          resolve();
        });
      });
      await expectAnswered(`${endpoint.url}/endpoint/resources`);
    });
    await fc.assert(property, propertyRuns(200));
  });
});

/** The answer to a call of a thing with these parameters, and what the endpoint made of it. */
async function post(
  some: Readonly<Record<string, string>>,
  operations: Operation[] = [createThing],
) {
  const served = await serveEndpoint(operations);
  try {
    const response = await fetch(`${served.url}/?${signCall({ ...leastParameters, ...some })}`);
    const body = await response.text();
    return { status: response.status, body };
  } finally {
    await served.close();
  }
}

describe("the endpoint survives", { timeout: 60_000 }, () => {
  test("the key of a map that is 50,000 parts long", async () => {
    const key = `Labels.${"a.".repeat(50_000)}b`;
    expect(await post({ [key]: "1" })).toMatchObject({ status: 200 });
  });

  test("a text of JSON that is 20,000 deep, or has a text of 20,000 characters", async () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    expect(await post({ Rules: deep })).toMatchObject({ status: 400 });
    const long = JSON.stringify([{ Key: "a\\".repeat(10_000) }]);
    expect(await post({ Rules: long })).toMatchObject({ status: 200 });
  });

  test.each([
    ["JSON", "json", `{"ThingId":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
    ["XML", "xml", `<A>${"<ThingId>".repeat(20_000)}${"</ThingId>".repeat(20_000)}</A>`],
    ["comments without end", "xml", `<A>${"<!--".repeat(250_000)}`],
    ["elements of one name", "xml", `<A>${"<B>1</B>".repeat(100_000)}</A>`],
    ["a text without end", "json", `{"ThingId":${'"\\'.repeat(500_000)}`],
  ] as const)("a sample of %s", async (_, kind, sample) => {
    for (const Format of ["JSON", "XML"]) {
      const thing: Operation = { ...createThing, samples: [{ kind, line: 1, text: sample }] };
      const { status } = await post({ Format }, [thing]);
      expect(status).toBe(200);
    }
  });

  test("JSON whose texts are megabytes long, or do not end", () => {
    const long = "a\\".repeat(2_000_000);
    expect(parseJson(JSON.stringify([long, "\0abc"]))).toEqual([long, "\0abc"]);
    expect(parseJson(`[${'"\\'.repeat(2_000_000)}`)).toBeUndefined();
  });

  test("members named after what objects have", () => {
    const members: Member[] = ["__proto__", "constructor"].map((name) => ({
      name,
      required: true,
      type: "map",
      values: { type: "string" },
    }));
    const parameters = new Map([
      ["__proto__.a.b", "1"],
      ["constructor.__proto__", "2"],
    ]);
    const read = structureParameters(members, parameters);

    expect(JSON.stringify(read)).toBe('{"__proto__":{"a.b":"1"},"constructor":{"__proto__":"2"}}');
    expect("a.b" in {}).toBe(false);
  });

  test("an error whose page says a status that no answer can end with", async () => {
    for (const status of [100, 101, 103, 199]) {
      const thing: Operation = { ...createThing, errors: [{ code: "Odd", status }] };
      const served = await serveEndpoint([thing]);
      served.fail("CreateThing", "Odd");
      const response = await fetch(`${served.url}/?${signCall(leastParameters)}`);
      expect(response.status).toBe(400);
      await served.close();
    }
  });
});
