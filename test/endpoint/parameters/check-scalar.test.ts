import { expect, test } from "vitest";
import { checkScalar } from "../../../src/endpoint/parameters/check-scalar.ts";

const text = (pattern: string) => ({ type: "string", pattern: { value: pattern } }) as const;

test("a text is held against a pattern", () => {
  expect(checkScalar(text("[a-z]+"), "A")).toBe("it does not match [a-z]+");
});

test("a pattern of an overlay that backtracks without end does not hold the endpoint up", () => {
  expect(checkScalar(text("(a+)+"), `${"a".repeat(50)}!`)).toBeUndefined();
});

test("nor does a text that is longer than any page has in mind", () => {
  expect(checkScalar(text("[a-z]*[a-y]*!"), "a".repeat(1_000_000))).toBeUndefined();
});
