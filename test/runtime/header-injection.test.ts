import { describe, expect, test, vi } from "vitest";
import { Client, type ClientOptions, type HttpRequest } from "../../src/runtime/index.ts";
import { createListener, credentials, request } from "./listener.ts";
import { startLoopback, success } from "./loopback.ts";

const tails = [
  "\r\nx-evil: 1",
  "\nx-evil: 1",
  "\rx-evil: 1",
  "\0",
  "\u007F",
  "\u0085",
  "\u2028",
  "é",
];

/** What comes of a call with these options, and what was sent for it. */
async function call(options: Partial<ClientOptions>, operation = createListener) {
  const sent: HttpRequest[] = [];
  const transport = {
    send: (one: HttpRequest) => {
      sent.push(one);
      return Promise.resolve({ status: 200, headers: {}, body: "{}" });
    },
  };
  const client = new Client({ credentials, endpoint: "h", transport, ...options });
  const error = await client.call(operation, request).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return { error, sent };
}

describe.each(tails)("text that ends in %j is sent in no header", (tail) => {
  test.each<[string, Partial<ClientOptions>]>([
    ["the user agent", { userAgent: `shop/1${tail} x` }],
    ["the nonce", { nonce: () => `n${tail}` }],
  ])("of %s", async (_, options) => {
    const { error, sent } = await call(options);

    expect(error).toMatchObject({
      name: "TransportError",
      phase: "credentials",
      message: "Signing failed: headers are printable ASCII, nonce and userAgent among them.",
    });
    expect(sent).toEqual([]);
  });

  test.each(["accessKeyId", "accessKeySecret", "securityToken"])("of a key: %s", async (name) => {
    const { error, sent } = await call({ credentials: { ...credentials, [name]: `a${tail}` } });

    expect(error).toMatchObject({
      name: "RequestError",
      issues: [{ message: `The ${name} holds more than printable ASCII.` }],
    });
    expect(sent).toEqual([]);
  });

  test("of an operation", async () => {
    const { service } = createListener;
    for (const operation of [
      { ...createListener, action: `Make${tail}` },
      { ...createListener, service: { ...service, version: `2020-01-02${tail}` } },
      { ...createListener, service: { ...service, product: `Shop${tail}` } },
    ]) {
      const { error, sent } = await call({}, operation);
      expect(error).toMatchObject({ name: "TransportError", phase: "credentials" });
      expect(sent).toEqual([]);
    }
  });

  test("of a parameter, for there it is encoded", async () => {
    for (const signature of ["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const) {
      const { endpoint, received } = await startLoopback(success);
      const client = new Client({ credentials, endpoint, signature, regionId: `cn${tail}` });
      const { AcceleratorId, PortRanges } = request;
      await client.call(createListener, { AcceleratorId, PortRanges, Name: `a${tail}` });
      const [{ headers, query, form } = {}] = received;

      expect(headers).not.toHaveProperty("x-evil");
      expect({ ...query, ...form }).toMatchObject({ RegionId: `cn${tail}`, Name: `a${tail}` });
    }
  });
});

test("an attempt that cannot be signed is told to no hook as sent, and not repeated", async () => {
  const onRequest = vi.fn();
  const { error } = await call({ userAgent: "a\nb", onRequest });

  expect(error).toMatchObject({ attempts: 1 });
  expect(onRequest).not.toHaveBeenCalled();
});
