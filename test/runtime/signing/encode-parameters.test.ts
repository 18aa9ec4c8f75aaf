import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { encodeParameters, percentEncode } from "../../../src/runtime/signing/encode-parameters.ts";

test("names are encoded, too", () => {
  expect(encodeParameters({ "A.k v*": "x" })).toBe("A.k%20v%2A=x");
});

test("parameters are sorted by name as it was before it was encoded", () => {
  expect(encodeParameters({ "A~": "", "A.10": "", "A.2": "", A: "" })).toBe("A=&A.10=&A.2=&A~=");
});

test("no parameters are no text", () => {
  expect(encodeParameters({})).toBe("");
});

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
