import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { percentEncode } from "../../../src/runtime/signing/percent-encode.ts";

test("every ASCII character is encoded as the vendor's clients encode it", () => {
  const fixture = new URL("../fixtures/percent-encoding.json", import.meta.url);
  const { input, encoded } = JSON.parse(readFileSync(fixture, "utf8")) as Record<
    "input" | "encoded",
    string
  >;
  expect(percentEncode(input)).toBe(encoded);
});

test("other characters are encoded byte by byte", () => {
  expect(percentEncode("键 😀")).toBe("%E9%94%AE%20%F0%9F%98%80");
});
