import { expect, test } from "vitest";
import { requiredWords } from "../../../src/derive/prose/required-words.ts";

test.each([
  ["the longest word", "长度 为 <max> 个 字符", ["长度"]],
  ["in lower case", "only [contain] ASCII characters", ["characters"]],
  ["not what may be missing", "取值[范围[为]] ：", ["取值"]],
  ["not what must not stand there", "{不仅仅}仅{当且仅当}", ["仅"]],
  ["the mark of a value", "^<value> (：|:) <rest>$", ["⟦"]],
  ["one of several, where all else is open", "<start> (和|与) <other>", ["和", "与"]],
  ["not the end of a sentence", "(^|，) (仅|只)", ["仅", "只"]],
  ["nothing, where one choice holds another", "(a|b (c|d))", []],
  ["nothing, where only slots are certain", "<min> [~] <max>", []],
])("%s: %s", (_, pattern, words) => {
  expect(requiredWords(pattern)).toEqual(words);
});
