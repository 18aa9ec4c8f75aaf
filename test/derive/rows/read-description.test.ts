import { expect, test } from "vitest";
import { describe as describeProse } from "../../../src/derive/rows/describe.ts";
import { splitSentences } from "../../../src/derive/prose/sentence.ts";
import { splitGluedLists } from "../../../src/derive/rows/read-description.ts";
import { readProse } from "../../../src/markdown/read-prose.ts";
import { createSource } from "../../../src/text/source.ts";

test("an item that stands behind a sentence on its line begins the list", () => {
  const text = "体裁。取值：-   **a**：甲。\n-   b：乙。";

  expect(describeProse(proseOf(text))).toBe("体裁。取值：\n\n- **a**：甲。\n- b：乙。");
});

test("its line is that of the sentence", () => {
  const text = "体裁。\n取值：-   a：甲。\n-   b：乙。";
  const units = splitSentences(createSource("page.md", text), proseOf(text));

  expect(units.map(({ whole }) => [whole.text, whole.line])).toEqual([
    ["体裁。\n取值：", 1],
    ["a：甲。", 2],
    ["b：乙。", 3],
  ]);
});

test.each([
  ["no list follows", "体裁。取值：-   a：甲。"],
  ["it is a dash in a sentence", "体裁 - 甲。\n\n-   b：乙。"],
  ["it is a negative number", "温度：-10度。\n\n-   b：乙。"],
])("nothing is split where %s", (_, text) => {
  const prose = readProse({ text, span: { start: 0, end: text.length } });

  expect(splitGluedLists(prose)).toEqual(prose);
});

function proseOf(text: string) {
  return splitGluedLists(readProse({ text, span: { start: 0, end: text.length } }));
}
