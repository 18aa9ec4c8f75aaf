import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/markdown/parse-document.ts";
import { readProse } from "../../src/markdown/read-prose.ts";
import { createSource } from "../../src/text/source.ts";
import { corpus, noCorpus, pagePaths, pageText } from "../corpus/corpus-pages.ts";
import { plainBlocks, readWithMdast } from "./read-with-mdast.ts";

describe("a cell is read as CommonMark says", () => {
  test("in the pages of this repository", () => {
    const pages = ["../../specs", "fixtures"].flatMap((folder) =>
      pagePaths(fileURLToPath(new URL(folder, import.meta.url))),
    );

    expect(compare(pages).different).toEqual([]);
  });

  test("in the pages of the corpus", (context) => {
    if (corpus === "") {
      context.skip(noCorpus);
      return;
    }
    const { different, compared, left } = compare(pagePaths(corpus));

    expect(different).toEqual([]);
    expect(left).toBeLessThan(compared / 100);
  });

  test.each([
    "***a***b",
    "**a*b*c**",
    "*a **b** c*",
    "__a__b __c__",
    "a\\\nb  \nc",
    "`` a`b ``",
    "[a](<b c> 'd')",
    "![a](b) [c](d(e)f)",
    "[a [b](c) d](e)",
    "&copy; &#x41; &nosuch; &amp",
    "- a\n\n  b\n- c\n\n      d",
    "1. a\n   - b\n     > c\n     > d\ne",
    "> - a\n>\n>   b",
    "a\n===\nb\n---\nc\n***\nd",
    "- a\n2. b\n3) c",
    "# a #\n## b#",
    "~~~x\na\n``` \n~~~\nb",
    "-\ta\n\n\tb",
    "    a\n\n      b\nc",
    "-\n  a\n-\n\n  b",
  ])("%j", (text) => {
    expect(read(text)).toEqual(readWithMdast(text) ?? read(text));
  });

  test("whatever its marks are", () => {
    const mark = fc.constantFrom(
      ...'* ** _ __ ` `` ``` ~~~ [ ] ![ ] ( ) < > \\ ! " # ## --- === & - + 1. 2) 10.'.split(" "),
      ...["](a)", '](b "c")', "](a b)", "<br>", "<b>", "<https://a.b>", "&lt;", "&#38;", "&x;"],
      ...["\n", "\n\n", "\n  ", "\n    ", "\r\n", "\t", " ", "  ", "- ", "-   ", "1. ", "> ", "# "],
      ...["a", "b", "的", "。", "，", "：", "x y", "http://a", "😀", "\u00A0"],
    );
    const text = fc.array(mark, { maxLength: 16 }).map((marks) => marks.join(""));
    const property = fc.property(text, (cell) => {
      const expected = readWithMdast(cell);
      fc.pre(expected !== undefined);

      expect(read(cell)).toEqual(expected);
    });

    // The same cases every time: what is rare may be the other reader's mistake.
    fc.assert(property, { numRuns: 10_000, seed: 21 });
  });
});

function read(text: string) {
  return plainBlocks(readProse({ text, span: { start: 0, end: text.length } }));
}

/** The cells, paragraphs and titles of pages that the two readers read differently. */
function compare(pages: readonly string[]) {
  const texts = new Set(pages.flatMap((path) => textsOf(pageText(path))));
  const readings = [...texts].map((text) => ({ text, expected: readWithMdast(text) }));
  const compared = readings.filter(({ expected }) => expected !== undefined);
  const different = compared.filter(
    ({ text, expected }) => JSON.stringify(read(text)) !== JSON.stringify(expected),
  );
  return { different, compared: compared.length, left: readings.length - compared.length };
}

function textsOf(page: string): string[] {
  const { blocks } = parseDocument(createSource("page.md", page), () => undefined);
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "table":
        return [block.header, ...block.rows].flatMap(({ cells }) => cells.map(({ text }) => text));
      case "paragraph":
        return [block.body.text];
      case "heading":
        return [block.title.text];
      case "fence":
        return [];
    }
  });
}
