import { describe, expect, test } from "vitest";
import { findPattern } from "../../../src/derive/prose/find-pattern.ts";
import { unitsOf } from "./units-of.ts";

describe("what a text is made of", () => {
  test("is a pattern, with the line of its sentence", () => {
    const text = "标题。\n\n 以字母开头，可包含数字、下划线（\\_）和短划线（-）。";

    expect(findPattern(unitsOf(text))).toEqual({ value: "^[A-Za-z][A-Za-z0-9_-]*$", line: 3 });
  });

  test.each([
    ["只支持ASCII字符。", String.raw`^[\x00-\x7F]*$`],
    ["仅支持 ASCII 字符，且不能超过64个字符。", String.raw`^[\x00-\x7F]*$`],
    ["It can contain only ASCII characters.", String.raw`^[\x00-\x7F]*$`],
    ["The token can only contain ASCII characters.", String.raw`^[\x00-\x7F]*$`],
    [
      "长度为2~128个字符，以大小写字母或中文开头，可包含数字、下划线（\\_）和短划线（-）。",
      String.raw`^[A-Za-z\p{Script=Han}][A-Za-z\p{Script=Han}0-9_-]*$`,
    ],
    ["必须以小写字母开头，可包含数字。", "^[a-z][a-z0-9]*$"],
    [
      "It must start with a letter and can contain digits, underscores (\\_), and hyphens (-).",
      "^[A-Za-z][A-Za-z0-9_-]*$",
    ],
    ["以字母、短划线或下划线开头，可包含数字。", "^[A-Za-z_-][A-Za-z_0-9-]*$"],
  ])("%s", (text, pattern) => {
    const found = findPattern(unitsOf(text));

    expect(found?.value).toBe(pattern);
    expect(() => new RegExp(found?.value ?? "", "u")).not.toThrow();
  });

  test.each([
    ["names a character not known here", "以字母开头，可包含数字和表情符号。"],
    ["names a first character not known here", "以表情符号开头，可包含数字。"],
    ["goes on to something else", "以字母开头，可包含数字，长度为2~128个字符。"],
    ["is denied", "不能以字母开头，可包含数字。"],
    ["is denied", "不仅支持ASCII字符，还支持中文。"],
    ["is denied", "It must not start with a letter and can contain digits."],
    ["holds for a case", "对于诗歌，只支持ASCII字符。"],
    ["is about the start only", "不能以http://开头。"],
    ["is only a part", "可包含数字。"],
  ])("is unknown where it %s: %s", (_, text) => {
    expect(findPattern(unitsOf(text))).toBeUndefined();
  });
});
