import { describe, expect, test, vi } from "vitest";
import { Client, RequestError } from "../../src/runtime/index.ts";
import { parseEndpoint } from "../../src/runtime/transports/parse-endpoint.ts";
import { createListener, credentials, request } from "./listener.ts";

const cases: [text: string, origin: string, host: string, hostname: string, port: string][] = [
  ["api.example.com", "https://api.example.com", "api.example.com", "api.example.com", ""],
  ["localhost:8080", "https://localhost:8080", "localhost:8080", "localhost", "8080"],
  ["https://h.example:443/", "https://h.example", "h.example", "h.example", ""],
  ["http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1:8080", "127.0.0.1", "8080"],
  ["HTTP://[::1]:80", "http://[::1]", "[::1]", "::1", ""],
];
for (const [text, origin, host, hostname, port] of cases) {
  test(text, () => {
    const secure = origin.startsWith("https:");
    expect(parseEndpoint(text)).toEqual({ origin, host, hostname, port, secure });
  });
}

test.each([5, {}, [], true, () => "h"])(
  "an endpoint that is no text is refused: %j",
  async (given) => {
    const endpoint = given as unknown as string;
    const call = new Client({ credentials, endpoint }).call(createListener, request);
    await expect(call).rejects.toMatchObject({
      name: "RequestError",
      issues: [{ rule: "endpoint", message: expect.stringMatching(/cannot be read/) as string }],
    });
  },
);

describe("refused", () => {
  for (const text of [
    undefined,
    "",
    "two words",
    "ftp://host",
    "host/path",
    "host?query",
    "http://user:password@host",
    "http://",
  ]) {
    test(String(text), () => {
      expect(() => parseEndpoint(text)).toThrow(RequestError);
    });
  }
});

describe("plain http leads to this machine only", () => {
  for (const [text, hostname] of [
    ["http://127.0.0.1", "127.0.0.1"],
    ["http://127.255.255.254:8080", "127.255.255.254"],
    ["http://127.1", "127.0.0.1"],
    ["http://0x7f.1", "127.0.0.1"],
    ["http://2130706433", "127.0.0.1"],
    ["http://127.0.0.1.", "127.0.0.1"],
    ["http://[::1]", "::1"],
    ["http://[0:0::1]", "::1"],
    ["http://localhost", "localhost"],
    ["HTTP://LOCALHOST:80", "localhost"],
    ["http://api.localhost", "api.localhost"],
  ] as const) {
    test(`${text} does`, () => {
      expect(parseEndpoint(text)).toMatchObject({ hostname, secure: false });
    });
  }

  for (const text of [
    "http://api.example.com",
    "http://api.example.com:443",
    " http://api.example.com",
    "ht\ntp://api.example.com",
    "http://localhost.example.com",
    "http://localhost.",
    "http://notlocalhost",
    "http://127.0.0.1.example.com",
    "http://128.0.0.1",
    "http://0.0.0.0",
    "http://0",
    "http://[::]",
    "http://[::ffff:127.0.0.1]",
    "http://[::127.0.0.1]",
    "http://10.0.0.1",
    "http://169.254.169.254",
    "http://loca\u00ADlhost.example",
  ]) {
    test(`${JSON.stringify(text)} need not, and is refused`, () => {
      expect(() => parseEndpoint(text)).toThrow(
        "The endpoint is plain http, which allowInsecureConnection would allow",
      );
      expect(parseEndpoint(text, true)).toMatchObject({ secure: false });
    });
  }

  for (const text of ["http://127.0.0.1@api.example.com", "http://localhost:80@api.example.com"]) {
    test(`${text} does not, and cannot be allowed`, () => {
      expect(() => parseEndpoint(text)).toThrow(RequestError);
      expect(() => parseEndpoint(text, true)).toThrow(RequestError);
    });
  }
});

describe("a call to a plain http endpoint", () => {
  const send = vi.fn(() => Promise.resolve({ status: 200, headers: {}, body: "{}" }));
  const options = { credentials, transport: { send }, endpoint: "http://api.example.com" };

  test("is refused before anything is sent, also where the service's own endpoint is one", async () => {
    const { endpoint, ...others } = options;
    const plain = { ...createListener, service: { ...createListener.service, endpoint } };
    for (const call of [
      new Client(options).call(createListener, request),
      new Client(others).call(plain, request),
    ]) {
      await expect(call).rejects.toMatchObject({
        name: "RequestError",
        issues: [{ path: "", rule: "endpoint" }],
      });
    }
    expect(send).not.toHaveBeenCalled();
  });

  test("is sent where allowInsecureConnection says so", async () => {
    await new Client({ ...options, allowInsecureConnection: true }).call(createListener, request);
    expect(send).toHaveBeenCalledOnce();
  });
});

test("a call without any endpoint says how to give one, and sends nothing", async () => {
  const client = new Client({
    credentials,
    transport: { send: () => Promise.reject(new Error("It was sent.")) },
  });
  await expect(client.call(createListener, request)).rejects.toMatchObject({
    name: "RequestError",
    issues: [{ path: "", rule: "endpoint" }],
  });
});
