import { expect, test } from "vitest";
import { literal } from "../../../src/emit/emitters/literal.ts";
import { evaluate } from "./evaluate.ts";
import { texts } from "./texts.ts";

test.each([true, false, 0, 1.5, -1, 1e21])("%s comes back", (value) => {
  expect(evaluate(literal(value))).toBe(value);
});

test("each text comes back as a text, also one that looks like something else", () => {
  for (const text of [...texts, "true", "1", "null"]) expect(evaluate(literal(text))).toBe(text);
});

test("a value of another kind does not get there, whatever its type claims", () => {
  for (const value of [null, undefined, {}, ["CANARY()"], Symbol("a"), 1n, () => 1, NaN]) {
    expect(() => literal(value as number)).toThrow("not a finite number");
  }
});
