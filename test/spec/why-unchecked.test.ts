import { describe, expect, test } from "vitest";
import { whyUnchecked } from "../../src/spec/why-unchecked.ts";

describe("a pattern is checked", () => {
  test.each([
    String.raw`^[\x00-\x7F]*$`,
    String.raw`^[A-Za-z\p{Script=Han}][A-Za-z\p{Script=Han}0-9_-]*$`,
    String.raw`^(\d{1,3}\.){3}\d{1,3}$`,
    "^(?!http|acs:)(?!.*--)[a-z-]*(?<!-)$",
    "a|b",
    "",
    String.raw`\u{1F600}[\]*+]{2}`,
  ])("if it is %s", (pattern) => {
    expect(whyUnchecked(pattern)).toBeUndefined();
  });

  test("if texts are short enough for it", () => {
    expect(whyUnchecked("^[a-z]+-?[a-z]+$", { max: 64 })).toBeUndefined();
  });
});

describe("a pattern is not checked", () => {
  const noExpression = "it is no regular expression";
  const tooNew = "not every engine knows what it uses";
  const tooLong = "that could take long";

  test.each([
    ["(", noExpression],
    ["[b-a]", noExpression],
    [String.raw`\-`, noExpression],
    ["(?<year>a)", tooNew],
    [String.raw`(?<year>a)\k<year>`, tooNew],
    ["^(a+)+$", tooLong],
    ["^(a|a)*$", tooLong],
    ["^(?:a?){64}$", tooLong],
    ["^a*a*a*$", tooLong],
    [String.raw`^(.*)x\1$`, tooLong],
    ["^(?:(?=a*b)a)*$", tooLong],
  ])("if it is %s", (pattern, why) => {
    expect(whyUnchecked(pattern)).toBe(why);
  });

  test("if texts are too long for it", () => {
    expect(whyUnchecked("^[a-z]+-?[a-z]+$", { max: 20_000 })).toBe(tooLong);
  });
});

test("what is checked comes to an end, with the worst of texts", () => {
  const worst = [
    { pattern: "^a*a*$", length: { max: 2000 } },
    { pattern: "^a*a*a*$", length: { max: 200 } },
    { pattern: "^(?:a|a){20}$", length: { max: 20 } },
  ];
  for (const { pattern, length } of worst) {
    expect(whyUnchecked(pattern, length)).toBeUndefined();
    const text = `${"a".repeat(length.max - 1)}!`;

    expect(new RegExp(pattern, "u").test(text)).toBe(false);
  }
});
