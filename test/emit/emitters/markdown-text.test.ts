import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import {
  markdownCellCode,
  markdownCode,
  markdownText,
} from "../../../src/emit/emitters/markdown-text.ts";
import { payloads } from "../payloads.ts";

/** A text as it is to be read: on one line, without what nobody sees. */
function plain(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\p{Cs}/gu, "\uFFFD");
}

describe("as Markdown, a text is read as it is, and nothing in it is markup", () => {
  test.each(payloads.filter((text) => text.trim() !== "").map((text) => [text]))("%j", (text) => {
    const tree = fromMarkdown(markdownText(text));

    expect(tree.children).toMatchObject([
      { type: "paragraph", children: [{ type: "text", value: plain(text).trim() }] },
    ]);
  });
});

describe("as code in Markdown, a text is read as it is", () => {
  test.each(payloads.filter((text) => text.trim() !== "").map((text) => [text]))("%j", (text) => {
    const tree = fromMarkdown(`a ${markdownCode(text)} b`);

    expect(tree.children).toMatchObject([
      {
        type: "paragraph",
        children: [
          { type: "text", value: "a " },
          { type: "inlineCode", value: plain(text) },
          { type: "text", value: " b" },
        ],
      },
    ]);
  });
});

test("a text does not end its cell of a table", () => {
  for (const payload of payloads) expect(markdownText(payload)).not.toMatch(/(?<!\\)(?:\\\\)*\|/);
});

test.each([
  ["a|b", "`a\\|b`"],
  ["||", "`\\|\\|`"],
  // Two backslashes before a bar are one that is text, and a bar that ends the cell.
  ["a\\|b", "a\\\\\\|b"],
  ["a\\\\|b", "a\\\\\\\\\\|b"],
])("a bar of code does not end its cell of a table: %s", (text, expected) => {
  expect(markdownCellCode(text)).toBe(expected);
});
