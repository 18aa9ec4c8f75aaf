import { describe, expect, test } from "vitest";
import { lineText, locate, createSource } from "../../src/text/source.ts";
import { displayPath } from "../../src/text/read-source.ts";

describe("a place in a text", () => {
  const source = createSource("page.md", "名称\r\n类型\n\nEnd");

  test.each([
    { of: "the first character", offset: 0, place: { line: 1, column: 1 } },
    { of: "a character behind Chinese ones", offset: 1, place: { line: 1, column: 2 } },
    { of: "the start of a line", offset: 4, place: { line: 2, column: 1 } },
    { of: "a line end", offset: 6, place: { line: 2, column: 3 } },
    { of: "an empty line", offset: 7, place: { line: 3, column: 1 } },
    { of: "the end of the text", offset: 11, place: { line: 4, column: 4 } },
    { of: "an offset behind the end", offset: 99, place: { line: 4, column: 4 } },
    { of: "an offset before the start", offset: -1, place: { line: 1, column: 1 } },
  ])("$of", ({ offset, place }) => {
    expect(locate(source, offset)).toEqual(place);
  });

  test("in an empty text there is only 1:1", () => {
    expect(locate(createSource("page.md", ""), 0)).toEqual({ line: 1, column: 1 });
  });

  test("a text that ends with a line end has an empty last line", () => {
    expect(locate(createSource("page.md", "A\n"), 2)).toEqual({ line: 2, column: 1 });
  });
});

describe("the text of a line", () => {
  const source = createSource("page.md", "first\r\nsecond\n\nlast");

  test.each([
    { line: 1, text: "first" },
    { line: 2, text: "second" },
    { line: 3, text: "" },
    { line: 4, text: "last" },
    { line: 5, text: "" },
    { line: 0, text: "" },
  ])("line $line", ({ line, text }) => {
    expect(lineText(source, line)).toBe(text);
  });
});

test("a byte order mark is no part of the text", () => {
  const source = createSource("page.md", "\uFEFF# Title");

  expect(source.text).toBe("# Title");
  expect(locate(source, 0)).toEqual({ line: 1, column: 1 });
});

test("files are shown relative to the working directory", () => {
  expect(displayPath(`${process.cwd()}/specs/page.md`)).toBe("specs/page.md");
  expect(displayPath(process.cwd())).toBe(".");
});
