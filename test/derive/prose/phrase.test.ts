import { describe, expect, test } from "vitest";
import { firstMatch, phrase } from "../../../src/derive/prose/phrase.ts";

test("blanks around what may be missing, which took seconds for 150 of them, are shared in one way", () => {
  const when = phrase("(^|，) [当] <subject> [时] [，] [该参数] 才 [为] [被] 有效");

  expect(when.match("当 a 时 ， 才 有效")).toMatchObject({ subject: "a" });
  expect(when.match(`才有效，当${" ".repeat(1900)}`)).toBeUndefined();
});

describe("the language of phrases", () => {
  test.each([
    ["words", "长度", "名称长度为2", {}],
    ["a space is any white space or none", "a b", "a   b", {}],
    ["a space is any white space or none", "长 度", "长度", {}],
    ["letters count in either case", "Valid values", "valid VALUES", {}],
    ["what may be missing", "取值[范围]：", "取值：", {}],
    ["what may be missing", "取值[范围]：", "取值范围：", {}],
    ["one of several", "(最多|最长)为", "最长为", {}],
    ["the ends of a sentence", "^取值$", "取值", {}],
    ["a value, which is bold or code", "为 <value>", "默认为⟦tcp⟧。", { value: "⟦tcp⟧" }],
    ["several values", "为 <values>", "为⟦a⟧、⟦b⟧或者⟦c⟧", { values: "⟦a⟧、⟦b⟧或者⟦c⟧" }],
    ["several values", "are <values>", "are ⟦a⟧, ⟦b⟧, and ⟦c⟧.", { values: "⟦a⟧, ⟦b⟧, and ⟦c⟧" }],
    ["numbers", "<min> ~ <max>", "2~128", { min: "2", max: "128" }],
    ["negative numbers", "<min> ~ <max>", "-5 ~ -1", { min: "-5", max: "-1" }],
    ["decimals", "<min> ~ <max>", "0.5~1.5", { min: "0.5", max: "1.5" }],
    ["thousands", "to <max>", "1 to 65,535 bytes", { max: "65,535" }],
    ["a number at the end of a sentence", "to <max>", "1 to 100.", { max: "100" }],
    [
      "a note on the default",
      "<value> [<default>]",
      "⟦a⟧（默认值）",
      { value: "⟦a⟧", default: "（默认值）" },
    ],
    [
      "a note on the default",
      "<value> [<default>]",
      "⟦a⟧ (default)",
      { value: "⟦a⟧", default: "(default)" },
    ],
    ["what may be missing leaves no slot", "<value> [<default>]", "⟦a⟧：b", { value: "⟦a⟧" }],
    ["a character of regular expressions is itself", "a.b*", "a.b*", {}],
    ["what must not stand before it", "{不}支持", "仅支持", {}],
    ["what must not stand behind it", "仅{当}", "仅支持", {}],
  ])("%s: %s", (_, pattern, text, slots) => {
    expect(phrase(pattern).match(text)).toEqual(slots);
  });

  test.each([
    ["a part of a word", "valid only", "invalid only"],
    ["a part of a word", "is valid", "is validated"],
    ["a part of a number", "<max> 字符", "1.2.3 字符"],
    ["the start of a longer number", "to <max>", "to 1.2.3"],
    ["text that is not set apart", "为 <value>", "默认为tcp"],
    ["some of several values", "为 <values>$", "为⟦a⟧、⟦b⟧等"],
    ["a wildcard", "a.b", "axb"],
    ["what must not stand before it", "{不|无法}支持", "不支持"],
    ["what must not stand behind it", "仅{当}", "仅 当"],
  ])("does not take %s: %s", (_, pattern, text) => {
    expect(phrase(pattern).match(text)).toBeUndefined();
  });
});

test("the first of several phrases that occurs counts, not the first place", () => {
  const phrases = [phrase("为 <value>"), phrase("是 <value>")];

  expect(firstMatch(phrases, "是⟦a⟧，为⟦b⟧")).toEqual({ value: "⟦b⟧" });
  expect(firstMatch(phrases, "是⟦a⟧")).toEqual({ value: "⟦a⟧" });
  expect(firstMatch(phrases, "a")).toBeUndefined();
});

test("a text that is longer than any sentence states nothing", () => {
  const limit = phrase("最多 <max> 个字符");

  expect(limit.match(`${"的".repeat(1000)}最多8个字符`)).toEqual({ max: "8" });
  expect(limit.match(`${"的".repeat(2000)}最多8个字符`)).toBeUndefined();
});
