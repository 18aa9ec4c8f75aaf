import { expect, test } from "vitest";
import { stringLiteral } from "../../../src/emit/emitters/string-literal.ts";
import { evaluate } from "./evaluate.ts";
import { texts } from "./texts.ts";

test("each text comes back when its code is run", () => {
  for (const text of texts) expect(evaluate(stringLiteral(text))).toBe(text);
});

test("a literal shows what is in it: nothing invisible, nothing that ends a line", () => {
  for (const text of texts) {
    expect(stringLiteral(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  }
});

test.each([
  ["</script>", '"\\u003c/script>"'],
  ["<!--", '"\\u003c!--"'],
  ["//# sourceMappingURL=x", '"//\\u0023 sourceMappingURL=x"'],
  ["a < b # c", '"a < b # c"'],
])("%s is written so that no reader of files takes it for its own", (text, expected) => {
  expect(stringLiteral(text)).toBe(expected);
});
