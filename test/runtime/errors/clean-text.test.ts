import { expect, test } from "vitest";
import { cleanText } from "../../../src/runtime/errors/clean-text.ts";

test.each([
  ["a line end", "a\nb\r\nc", String.raw`a\nb\r\nc`],
  ["a colour of a terminal", "\u001b[31mred\u001b[0m", String.raw`\u001b[31mred\u001b[0m`],
  ["a control character of 8 bits", "\u009b2J\u007f", String.raw`\u{9b}2J\u{7f}`],
  ["a separator of lines", "a\u2028b\u2029c", String.raw`a\u{2028}b\u{2029}c`],
  ["text turned around", "\u202egnp.exe\u2066", String.raw`\u{202e}gnp.exe\u{2066}`],
  ["what takes no room", "a\u200b\ufeff\u00adb", String.raw`a\u{200b}\u{feff}\u{ad}b`],
  ["a letter that is a blank", "\u3164\u115f", String.raw`\u{3164}\u{115f}`],
  ["a hidden letter", "\u{e0041}\ufe0f", String.raw`\u{e0041}\u{fe0f}`],
  ["half a character", "a\ud83d b\ude00", String.raw`a\ud83d b\ude00`],
])("%s is shown by its number", (_, text, shown) => {
  expect(cleanText(text)).toBe(shown);
  expect(cleanText(shown)).toBe(shown);
});

test("all that people write stays", () => {
  const text = String.raw`It's "gone" <b>, 键 😀 é ü ñ עברית العربية \n 100 %`;
  expect(cleanText(text)).toBe(text);
});

test.each(["x", "\u001b", "键", "😀", "a\ud83d", "\u{e0041}", "x😀"])(
  "of a long text of %j, 4,096 characters are left, well-formed, and stay so",
  (piece) => {
    const shown = cleanText(piece.repeat(1_000_000));
    expect(shown.length).toBeGreaterThan(4_080);
    expect(shown.length).toBeLessThanOrEqual(4_096);
    expect(shown).toMatch(/ \[cut\]$/);
    expect(shown).not.toMatch(/\p{Cs}/u);
    expect(cleanText(shown)).toBe(shown);
  },
);

test("a text of 4,096 characters is whole", () => {
  expect(cleanText("x".repeat(4_096))).toBe("x".repeat(4_096));
});
