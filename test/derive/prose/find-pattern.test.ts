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
    ["以字母开头，可包含数字，长度为2~128个字符。", "^[A-Za-z][A-Za-z0-9]*$"],
    ["必须以字母开头。可以包含数字、半角冒号（:）或者连字符（-）。", "^[A-Za-z][A-Za-z0-9:-]*$"],
    [
      "以大小字母或中文开头，不能以http://和acs:开头。可以包含数字。",
      String.raw`^(?!http://|acs:)[A-Za-z\p{Script=Han}][A-Za-z\p{Script=Han}0-9]*$`,
    ],
    ["只允许包含字母和数字，支持使用星号（*）作为通配符。", "^[A-Za-z0-9*]*$"],
    ["可包含字母和短划线（-），不能以短划线（-）开头或结尾。", "^(?![-])[A-Za-z-]*(?<![-])$"],
    [
      "It can contain letters and periods (.). It cannot start or end with a period (.) and cannot have two consecutive periods (.).",
      "^(?![.])(?!.*[.]{2})[A-Za-z.]*(?<![.])$",
    ],
    ["最大值不超过64个ASCII字符。", String.raw`^[\x00-\x7F]*$`],
    ["由字母、数字或下划线组成，长度为6~32个字符。", "^[A-Za-z0-9_]*$"],
    ["只允许包含字母、数字、美元符号（$）、and（&）和正斜线（/）。", "^[A-Za-z0-9$&/]*$"],
    ["可包含英文字母、数字、英文句点（.）和短划线（-）。", "^[A-Za-z0-9.-]*$"],
    ["格式：`^[a-z0-9\\-]+$`。", String.raw`^[a-z0-9\-]+$`],
    ["Pattern: `^[a-z0-9]+$`.", "^[a-z0-9]+$"],
    ["The title can contain letters, digits, at signs (@), and spaces.", "^[A-Za-z0-9@ ]*$"],
    [
      "It can contain letters and colons (:). It must start with a letter and cannot start with http:// or acs:.",
      "^(?!http://|acs:)[A-Za-z][A-Za-z:]*$",
    ],
  ])("%s", (text, pattern) => {
    const found = findPattern(unitsOf(text));

    expect(found?.value).toBe(pattern);
    expect(() => new RegExp(found?.value ?? "", "u")).not.toThrow();
  });

  test("is unknown where the example does not fit", () => {
    const units = unitsOf("可包含字母和数字。");

    expect(findPattern(units, "abc1")?.value).toBe("^[A-Za-z0-9]*$");
    expect(findPattern(units, "a@b")).toBeUndefined();
  });

  test.each([
    ["names a character not known here", "以字母开头，可包含数字和表情符号。"],
    ["names a first character not known here", "以表情符号开头，可包含数字。"],
    ["is denied", "不能以字母开头，可包含数字。"],
    ["is denied", "不仅支持ASCII字符，还支持中文。"],
    ["is denied", "It must not start with a letter and can contain digits."],
    ["holds for a case", "对于诗歌，只支持ASCII字符。"],
    ["is about the start only", "不能以http://开头。"],
    ["is only a part", "可包含数字。"],
    ["is only a part", "必须以字母开头。"],
    ["is more than a list", "可包含字母和数字，还支持表情符号。"],
    ["is a demand", "必须同时包含字母、数字和特殊符号。"],
    ["is a demand", "It must contain uppercase letters, lowercase letters, and digits."],
    ["allows anything", "The title can contain any characters."],
    ["is about other things", "可包含多本书、多个书架。"],
    ["is an expression that could run long", "格式：`^([a-z]+)+$`。"],
  ])("is unknown where it %s: %s", (_, text) => {
    expect(findPattern(unitsOf(text))).toBeUndefined();
  });
});
