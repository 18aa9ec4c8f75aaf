import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { patternLiteral } from "../../../src/emit/emitters/pattern-literal.ts";
import { hostileTexts } from "../../spec/hostile-texts.ts";
import { payloads } from "../payloads.ts";

/** Runs an expression where nothing is in reach, on texts. */
function evaluate(expression: string, texts: readonly string[]): unknown {
  const run = `"use strict"; JSON.stringify(texts.map((text) => ${expression}.test(text)))`;
  return JSON.parse(String(runInNewContext(run, { texts })));
}

test.each([
  ["^[a-z]*$", "/^[a-z]*$/u"],
  ["[a-z]+", "/^(?:[a-z]+)$/u"],
  ["^a|b$", "/^(?:^a|b$)$/u"],
  [String.raw`^a\$`, String.raw`/^(?:^a\$)$/u`],
  [String.raw`^a\\$`, String.raw`/^a\\$/u`],
  ["", "/^(?:)$/u"],
  ["a/b", String.raw`/^(?:a\/b)$/u`],
  ["\n\u2028\u200B\0", String.raw`/^(?:\n\u2028\u{200b}\u{0})$/u`],
  ["[</script>]", String.raw`/^(?:[<\/script>])$/u`],
  ["<!--", String.raw`/^(?:<!-\x2d)$/u`],
  ["(?<!--)a", String.raw`/^(?:(?<!-\x2d)a)$/u`],
  ["//# sourceMappingURL=x", String.raw`/^(?:\/\/\u{23} sourceMappingURL=x)$/u`],
])("%j is written %s", (pattern, expected) => {
  expect(patternLiteral(pattern)).toBe(expected);
});

test.each(["(", "*/CANARY();/*", String.raw`\-`])("%j is no pattern", (pattern) => {
  expect(() => patternLiteral(pattern)).toThrow("Invalid regular expression");
});

test("whatever the pattern, the literal matches what it does, and nothing gets out of it", () => {
  const texts = [...hostileTexts, ...payloads];
  const patterns = texts.flatMap((text) => [
    text,
    text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"),
    `[${text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}]*`,
    `[${text}]`,
  ]);
  let valid = 0;
  for (const pattern of patterns) {
    let expected: RegExp;
    try {
      expected = new RegExp(`^(?:${pattern})$`, "u");
    } catch {
      expect(() => patternLiteral(pattern)).toThrow();
      continue;
    }
    valid += 1;
    const literal = patternLiteral(pattern);

    expect(evaluate(literal, texts), literal).toEqual(texts.map((text) => expected.test(text)));
    expect(literal).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|<\/script|<!--/iu);
  }
  expect(valid).toBeGreaterThan(2 * texts.length);
});
