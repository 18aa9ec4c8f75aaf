import { describe, expect, test } from "vitest";
import { generalSentences } from "../../../src/derive/prose/general-sentences.ts";
import { unitsOf } from "./units-of.ts";

describe("a description is split into sentences, each with its line", () => {
  test.each([
    ["Chinese", "书架。书名；作者", ["1 书架。", "1 书名；", "1 作者"]],
    ["English", "A shelf. Its title.", ["1 A shelf.", "1 Its title."]],
    ["decimals and names", "Version 1.2 of a.b.", ["1 Version 1.2 of a.b."]],
    ["lines", "A shelf\nIts title", ["1 A shelf", "2 Its title"]],
    ["paragraphs", "A shelf.\n\n Its title.", ["1 A shelf.", "3 Its title."]],
    ["what is bold or code", "One of **a** and `b`.", ["1 One of ⟦a⟧ and ⟦b⟧."]],
    ["a bold label", "**说明：** 书架。", ["1 书架。"]],
    ["a label on a line of its own", "A.\n**Note:** B.", ["1 A.", "2 B."]],
    ["a bold sentence", "**必须唯一。**", ["1 必须唯一。"]],
    ["marks of our own in a page", "a ⟦b⟧ c", ["1 a  b  c"]],
    ["nothing", "", []],
  ])("%s", (_, markdown, sentences) => {
    expect(sentencesOf(markdown)).toEqual(sentences);
  });
});

describe("sentences that hold in every case leave out", () => {
  test.each([
    "当Genre为novel时，最多8个字符。",
    "Genre为novel时，最多8个字符。",
    "如果没有书名，最多8个字符。",
    "若是小说，最多8个字符。",
    "对于小说，最多8个字符。",
    "以下任一场景，最多8个字符。",
    "最多8个字符，当Genre为novel。",
    "If it is a novel, it can be up to 8 characters.",
    "It can be up to 8 characters when it is a novel.",
    "For a novel, it can be up to 8 characters.",
    "不仅支持ASCII字符。",
    "-   小说：最多8个字符。",
    "-   **novel**：最多8个字符。",
  ])("%s", (text) => {
    expect(generalSentences(unitsOf(text))).toEqual([]);
  });

  test.each(["-   **a**是诗。最少2个字符。", "-   Genre为poem。最少2个字符。"])(
    "the later sentences of an item that is about a value: %s",
    (text) => {
      const sentences = generalSentences(unitsOf(text)).map(({ text: sentence }) => sentence);

      expect(sentences).not.toContain("最少2个字符。");
    },
  );

  test("but not those of any other item", () => {
    const units = unitsOf("-   最多8个字符。最少2个字符。");

    expect(generalSentences(units)).toHaveLength(2);
  });
});

describe("sentences that hold in every case are", () => {
  test.each([
    "当前最多8个字符。",
    "书名最多8个字符，可包含数字。",
    "It can be up to 8 characters in length.",
    "不设置该参数时，默认为**8**。",
    "如果不设置，默认为**8**。",
    "If you do not specify this parameter, the default value **8** is used.",
  ])("%s", (text) => {
    expect(generalSentences(unitsOf(text))).toHaveLength(1);
  });
});

function sentencesOf(markdown: string): string[] {
  return unitsOf(markdown).flatMap(({ sentences }) =>
    sentences.map(({ line, text }) => `${line} ${text}`),
  );
}

test("a further paragraph of a list item goes on in it", () => {
  const units = unitsOf("-   甲。\n\n    乙。\n-   丙。");

  expect(units.map(({ kind, continues }) => [kind, continues])).toEqual([
    ["item", undefined],
    ["item", true],
    ["item", undefined],
  ]);
});

test("white space in a row is one blank, or the line end in it", () => {
  expect(unitsOf("a  `b`   c").map(({ whole }) => whole.text)).toEqual(["a ⟦b⟧ c"]);
  expect(unitsOf("a<br><br> b").map(({ whole }) => whole.text)).toEqual(["a\nb"]);
});
