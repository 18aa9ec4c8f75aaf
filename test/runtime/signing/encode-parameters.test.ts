import { expect, test } from "vitest";
import { encodeParameters } from "../../../src/runtime/signing/encode-parameters.ts";

test("names are encoded, too", () => {
  expect(encodeParameters({ "A.k v*": "x" })).toBe("A.k%20v%2A=x");
});

test("parameters are sorted by name as it was before it was encoded", () => {
  expect(encodeParameters({ "A~": "", "A.10": "", "A.2": "", A: "" })).toBe("A=&A.10=&A.2=&A~=");
});

test("no parameters are no text", () => {
  expect(encodeParameters({})).toBe("");
});
