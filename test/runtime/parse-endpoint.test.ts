import { describe, expect, test } from "vitest";
import { Client, RequestError } from "../../src/runtime/index.ts";
import { parseEndpoint } from "../../src/runtime/parse-endpoint.ts";
import { createListener, credentials, request } from "./listener.ts";

const cases: [text: string, origin: string, host: string][] = [
  ["api.example.com", "https://api.example.com", "api.example.com"],
  ["localhost:8080", "https://localhost:8080", "localhost:8080"],
  ["https://api.example.com:443/", "https://api.example.com", "api.example.com"],
  ["http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1:8080"],
  ["HTTP://[::1]:80", "http://[::1]", "[::1]"],
];
for (const [text, origin, host] of cases) {
  test(text, () => {
    expect(parseEndpoint(text)).toEqual({ origin, host });
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
