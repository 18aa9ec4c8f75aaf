import { expect, test } from "vitest";
import { identifier } from "../../../src/emit/emitters/identifier.ts";
import { texts } from "./texts.ts";

test.each(["a", "_1", "$", "createListener"])("an identifier can be %s", (name) => {
  expect(identifier(name)).toBe(name);
});

test.each(["", "1a", "a-b", "a.b", "a b", "a\n", "名", "a;evil()", "a\u200Bb"])(
  "an identifier cannot be %j",
  (name) => {
    expect(() => identifier(name)).toThrow("not an identifier");
  },
);

test("what wants to leave its place is no identifier", () => {
  for (const text of texts.filter((one) => !/^\w+$/.test(one) || /^\d/.test(one))) {
    expect(() => identifier(text)).toThrow("not an identifier");
  }
});
