import { describe, expect, test } from "vitest";
import { Client, RequestError } from "../../src/runtime/index.ts";
import { parseEndpoint } from "../../src/runtime/parse-endpoint.ts";
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
