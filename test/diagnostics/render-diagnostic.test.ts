import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { createSource } from "../../src/text/source.ts";

test("a finding is its place, severity, code and message, then the line with carets", () => {
  const text = "# Books\n\n|Pages|Whole|";

  expect(render(text, "Whole", "is no type.")).toBe(
    `page.md:3:8 error derive/unknown-type is no type.
  |
3 | |Pages|Whole|
  |        ^^^^^`,
  );
});

test("Chinese characters take two columns, so carets under them do too", () => {
  expect(excerpt("|名称|类型|", "类型")).toEqual(["1 | |名称|类型|", "  |       ^^^^"]);
});

test("accents take none", () => {
  expect(excerpt("e\u0301x", "x")).toEqual(["1 | e\u0301x", "  |  ^"]);
});

test("an invisible character is shown by its code point, and carets stay under their text", () => {
  expect(excerpt("a\u200Bx", "x")).toEqual(["1 | a<U+200B>x", "  |          ^"]);
  expect(excerpt("|a\u200B|", "a\u200B")).toEqual(["1 | |a<U+200B>|", "  |  ^^^^^^^^^"]);
});

test.each([
  ["an emoji", "😀"],
  ["an emoji with a skin", "👍🏽"],
  ["emoji that are joined", "👨‍👩‍👧"],
  ["a flag", "🇩🇪"],
  ["a sign that is shown as an emoji", "❤️"],
  ["a Chinese character", "名"],
])("%s takes two columns", (_, character) => {
  expect(excerpt(`${character}x`, "x")).toEqual([`1 | ${character}x`, "  |   ^"]);
});

test("digits and signs of text take one", () => {
  expect(excerpt("1#©x", "x")).toEqual(["1 | 1#©x", "  |    ^"]);
});

test("what is one character to a reader is not cut apart", () => {
  const [line = ""] = excerpt(`${"👨‍👩‍👧".repeat(100)}x`, "x");

  expect(line).toBe(`1 | …${"👨‍👩‍👧".repeat(25)}x`);
});

test("a tab is shown as one space, so that carets stay under their text", () => {
  expect(excerpt("\tA\tB", "B")).toEqual(["1 |  A B", "  |    ^"]);
});

test("the gutter is as wide as the line number", () => {
  const text = `${"\n".repeat(99)}Title`;

  expect(render(text, "Title").split("\n").slice(1)).toEqual([
    "    |",
    "100 | Title",
    "    | ^^^^^",
  ]);
});

test("a span over lines is marked on its first", () => {
  expect(excerpt("|Title|The\ntitle.|", "The\ntitle.")).toEqual([
    "1 | |Title|The",
    "  |        ^^^",
  ]);
});

test("an empty span at the end of a line is one caret behind it", () => {
  const [line, carets] = excerptOf("ab", { start: 2, end: 2 });

  expect(line).toBe("1 | ab");
  expect(carets).toBe("  |   ^");
});

test("a blank line has no excerpt", () => {
  expect(renderAt("\n", { start: 0, end: 0 }).split("\n")).toHaveLength(1);
});

test("a long line is clipped around the span, and the carets still stand under it", () => {
  const text = `${"前".repeat(200)}here${"b".repeat(200)}`;
  const [line = "", carets = ""] = excerpt(text, "here");

  expect(line).toBe(`1 | …${"前".repeat(25)}here${"b".repeat(45)}…`);
  expect(carets).toBe(`  | ${" ".repeat(51)}^^^^`);
});

test("a long span is clipped too", () => {
  const [line = "", carets = ""] = excerpt("x".repeat(300), "x".repeat(300));

  expect(line).toBe(`1 | ${"x".repeat(50)}…${"x".repeat(0)}`);
  expect(carets).toBe(`  | ${"^".repeat(51)}`);
});

test("text of a page cannot command the terminal", () => {
  const text = "|\u001B[31mred\u202E|";
  const shown = render(text, "red", "\u001B[2J is\nno type.");

  expect(shown).toContain("<U+001B>[2J is no type.\n");
  expect(shown).toContain("1 | |<U+001B>[31mred<U+202E>|\n");
});

function excerpt(text: string, marked: string): string[] {
  return render(text, marked).split("\n").slice(2);
}

function excerptOf(text: string, span: Diagnostic["span"]): string[] {
  return renderAt(text, span).split("\n").slice(2);
}

function render(text: string, marked: string, message = "is wrong."): string {
  const start = text.indexOf(marked);
  return renderAt(text, { start, end: start + marked.length }, message);
}

function renderAt(text: string, span: Diagnostic["span"], message = "is wrong."): string {
  const source = createSource("page.md", text);
  return renderDiagnostic({
    code: "derive/unknown-type",
    severity: "error",
    message,
    source,
    span,
  });
}
