import { describe, expect, test } from "vitest";
import { offsetIn } from "../../src/markdown/prose.ts";
import { readProse, readText } from "../../src/markdown/read-prose.ts";
import { locate, createSource } from "../../src/text/source.ts";

describe("the text of a cell", () => {
  test.each([
    ["escapes", "SOURCE\\_IP, \\*\\*\\*\\*, a\\|b, \\[1, 2\\]", "SOURCE_IP, ****, a|b, [1, 2]"],
    ["entities", "a &lt; b &amp;&#38; c&nbsp;d", "a < b && c\u00A0d"],
    ["bold, emphasis and code", "**a** *b* `c_d` __e__", "a b c_d e"],
    ["a star in code is a star", "`a*b*c`", "a*b*c"],
    ["underscores inside a word", "a_b_c", "a_b_c"],
    ["a link is its text", "See [the list](~~25485~~).", "See the list."],
    ["a link whose target has spaces", "See [the list](API 参考/list.md#).", "See the list."],
    ["an address", "<https://example.com/a>", "https://example.com/a"],
    ["an image is its description", "![a shelf](shelf.png)", "a shelf"],
    ["<br>, <br/> and <BR />", "a<br>b<br/>c<BR />d", "a\nb\nc\nd"],
    ["a line end", "a\nb", "a\nb"],
    ["two blanks at a line end", "a  \nb", "a\nb"],
    ["a backslash at a line end", "a\\\nb", "a\nb"],
    ["line ends of Windows", "a\r\nb\r\n\r\nc", "a\nb\nc"],
    ["plain Chinese", "书架的标题。", "书架的标题。"],
    ["nothing", "", ""],
  ])("%s", (_, markdown, text) => {
    expect(readText(pieceOf(markdown))).toBe(text);
  });
});

describe("the blocks of a cell", () => {
  test("paragraphs, items and code blocks follow each other", () => {
    const cell = `The genre:

 -   **novel**: long.
-   **poem**: short.

 As in:

\`\`\`
poem
\`\`\``;

    expect(blocksOf(cell)).toEqual([
      ["paragraph", 0, "The genre:"],
      ["item", 0, "novel: long."],
      ["item", 0, "poem: short."],
      ["paragraph", 0, "As in:"],
      ["code", 0, "poem"],
    ]);
  });

  test("a list in a list is one deeper", () => {
    const cell = `-   Prose
    -   novel
        -   long
-   Verse`;

    expect(blocksOf(cell)).toEqual([
      ["item", 0, "Prose"],
      ["item", 1, "novel"],
      ["item", 2, "long"],
      ["item", 0, "Verse"],
    ]);
  });

  test("numbered items are items", () => {
    expect(blocksOf("1. first\n2. second")).toEqual([
      ["item", 0, "first"],
      ["item", 0, "second"],
    ]);
  });
});

describe("what a cell sets apart", () => {
  test("bold and code, by where they stand in the text", () => {
    expect(marksOf("The **poem** or `novel\\_1`.")).toEqual([
      ["strong", "poem"],
      ["code", "novel\\_1"],
    ]);
  });

  test("code in bold is both", () => {
    expect(marksOf("**`poem`**")).toEqual([
      ["code", "poem"],
      ["strong", "poem"],
    ]);
  });
});

describe("the place that a text comes from", () => {
  test.each([
    ["behind escapes", "a\\_b\\_c\n\\*d\ne", "e", "3:1"],
    ["behind entities", "a &amp; b &lt; c\nd e", "d e", "2:1"],
    ["behind <br>", "a<br>b\nc", "c", "2:1"],
    ["behind a hard line end", "a  \nb", "b", "2:1"],
    ["behind line ends of Windows", "a\r\nb\r\nc", "c", "3:1"],
    ["in another paragraph", "a\n\n b **c**", "c", "3:6"],
    ["in a nested list", "-   a\n    -   b", "b", "2:9"],
    ["behind a link whose target has spaces", "[a](b c.md)\nd", "d", "2:1"],
    ["in a code block", "a\n\n```\nb\n```", "b", "4:1"],
  ])("%s", (_, cell, text, place) => {
    expect(placeOf(cell, text)).toBe(place);
  });

  test("counts from the cell's place in the page", () => {
    const page = "|Title|The\n**title**.|";
    const source = createSource("page.md", page);
    const start = page.indexOf("The");
    const [block] = readProse({
      text: page.slice(start, -1),
      span: { start, end: page.length - 1 },
    });

    expect(block && locate(source, offsetIn(block, block.text.indexOf("title")))).toEqual({
      line: 2,
      column: 3,
    });
  });
});

function pieceOf(text: string) {
  return { text, span: { start: 0, end: text.length } };
}

function blocksOf(cell: string) {
  return readProse(pieceOf(cell)).map(({ kind, depth, text }) => [kind, depth, text]);
}

function marksOf(cell: string) {
  return readProse(pieceOf(cell)).flatMap(({ text, marks }) =>
    marks.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
  );
}

function placeOf(cell: string, text: string): string {
  const block = readProse(pieceOf(cell)).find((candidate) => candidate.text.includes(text));
  if (block === undefined) return "nowhere";
  const offset = offsetIn(block, block.text.lastIndexOf(text));
  const { line, column } = locate(createSource("page.md", cell), offset);
  return `${line}:${column}`;
}
