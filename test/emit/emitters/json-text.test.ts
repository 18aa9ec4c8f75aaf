import { expect, test } from "vitest";
import { jsonText } from "../../../src/emit/emitters/json-text.ts";
import { evaluate } from "./evaluate.ts";
import { texts } from "./texts.ts";

test("each text comes back for a reader of JSON", () => {
  for (const text of texts) expect(JSON.parse(jsonText(text))).toBe(text);
});

test("each text comes back when it is run as code", () => {
  for (const text of texts) expect(evaluate(jsonText(text))).toBe(text);
});

test("nothing in it is invisible, or ends a line", () => {
  for (const text of texts) {
    expect(jsonText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  }
});
