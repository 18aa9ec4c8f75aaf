import { describe as suite, expect, test } from "vitest";
import { describe } from "../../../src/derive/rows/describe.ts";
import { readProse } from "../../../src/markdown/read-prose.ts";

suite("a description as Markdown", () => {
  test.each([
    ["a paragraph", "The title.", "The title."],
    ["paragraphs", "The title.\n\n Of a book.", "The title.\n\nOf a book."],
    ["lines of one paragraph", "The title\nof a book.", "The title of a book."],
    ["Chinese lines of one paragraph", "书架的\n标题，\n必填。", "书架的标题，必填。"],
    ["bold and code", "Set **Title** to `Emma`.", "Set **Title** to `Emma`."],
    ["code in bold", "Set **`Title`**.", "Set `Title`."],
    ["code in longer bold", "**Set `Title` now**.", "**Set Title now**."],
    ["bold next to code", "**a**`b`", "**a**`b`"],
    ["a list", "Genre:\n\n -   **a**: A.\n-   **b**: B.", "Genre:\n\n- **a**: A.\n- **b**: B."],
    ["a list in a list", "-   a\n    -   b", "- a\n  - b"],
    ["a second paragraph of an item", "-   a\n\n    b\n-   c", "- a\n\n  b\n- c"],
    ["text behind a list", "-   a\n\n Note.", "- a\n\nNote."],
    ["code on lines of its own", "As:\n\n```\na\n  b\n```", "As:\n\n```\na\n  b\n```"],
    ["nothing", "", ""],
  ])("%s", (_, markdown, text) => {
    const piece = { text: markdown, span: { start: 0, end: markdown.length } };

    expect(describe(readProse(piece))).toBe(text);
  });
});
