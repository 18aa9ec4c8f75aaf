import { util } from "prettier";
import { expect, test } from "vitest";
import { textWidth } from "../../../src/emit/layout/text-width.ts";
import { hostileTexts } from "../../spec/hostile-texts.ts";
import { payloads } from "../payloads.ts";

const texts = ["名，。ｱ", "e\u0301", "👍🏽👨‍👩‍👧🇨🇳", "©⚠️1️⃣", "⌚ a", "𠀀", "\u00A0\u3000"];

test("a text is as wide as Prettier finds it", () => {
  for (const text of [
    ...texts,
    ...payloads,
    ...hostileTexts.filter(({ length }) => length < 999),
  ]) {
    expect(textWidth(text), JSON.stringify(text)).toBe(util.getStringWidth(text));
  }
});
