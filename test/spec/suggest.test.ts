import { expect, test } from "vitest";
import { suggest } from "../../src/spec/suggest.ts";

const known = ["request", "response", "required", "to", "in", "when", "PortRanges[].FromPort"];

test.each([
  ["reqired", "required"],
  ["whne", "when"],
  ["Request", "request"],
  ["PortRange.FromPort", "PortRanges[].FromPort"],
  ["zebra", undefined],
  ["x", undefined],
  ["", undefined],
])("%j may mean %j", (word, expected) => {
  expect(suggest(word, known)).toBe(expected);
});

test("nothing is suggested where nothing is known", () => {
  expect(suggest("word", [])).toBeUndefined();
});
