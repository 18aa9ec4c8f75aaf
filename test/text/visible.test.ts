import { expect, test } from "vitest";
import { showInvisible, visible, withoutInvisible } from "../../src/text/visible.ts";

test.each([
  ["a zero-width space", "a\u200Bb", "a<U+200B>b"],
  ["a byte order mark", "\uFEFFa", "<U+FEFF>a"],
  ["a soft hyphen", "a\u00ADb", "a<U+00AD>b"],
  ["a joiner and a non-joiner", "a\u200Db\u200Cc", "a<U+200D>b<U+200C>c"],
  ["a turn of direction", "a\u202Eb\u2066", "a<U+202E>b<U+2066>"],
  ["a variation selector", "a\uFE0Fb\u{E0100}", "a<U+FE0F>b<U+E0100>"],
  ["a tag", "a\u{E0041}", "a<U+E0041>"],
  ["a blank that is no space", "a\u00A0b\u3000c\u2009", "a<U+00A0>b<U+3000>c<U+2009>"],
  ["a filler", "\u3164\u115F\u034F", "<U+3164><U+115F><U+034F>"],
  ["a blank of Braille, and one of music", "a\u2800b\u{1D159}", "a<U+2800>b<U+1D159>"],
  ["a line end that editors do not know", "a\u2028b\u0085", "a<U+2028>b<U+0085>"],
  ["a control character", "\u001B[2J\u0000\u0007", "<U+001B>[2J<U+0000><U+0007>"],
  ["half of a character", "a\uD800b", "a<U+D800>b"],
  ["a character of private use", "a\uE000", "a<U+E000>"],
  ["a character that is not assigned", "a\u0378", "a<U+0378>"],
  ["a mark without a letter", '"\u0301\u0302a"', '"<U+0301><U+0302>a"'],
])("%s is shown by its code point", (_, text, shown) => {
  expect(showInvisible(text)).toBe(shown);
});

test.each([
  ["words", "The ID of the shelf, 书架的标题。（1～2）"],
  ["letters with marks", "e\u0301 का ทั้ง"],
  ["emoji that are joined, and flags", "👨‍👩‍👧 ❤️ 1️⃣ 🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ["tabs and line ends", "a\tb\r\nc"],
])("%s stay as they are", (_, text) => {
  expect(showInvisible(text)).toBe(text);
});

test("a line has no line ends", () => {
  expect(visible("a\tb\nc\u200B")).toBe("a b c<U+200B>");
});

test("what a text looks like is without them", () => {
  expect(withoutInvisible("CRIT\u200BICAL\uFEFF 👨‍👩‍👧")).toBe("CRITICAL 👨‍👩‍👧");
});
