import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { createPaint } from "../../../src/cli/output/create-paint.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../../../src/diagnostics/render-diagnostic.ts";
import { createSource } from "../../../src/text/source.ts";

const finding: Diagnostic = {
  code: "derive/unknown-type",
  severity: "error",
  message: "is no type.",
  source: createSource("page.md", "|名称|类型|\n"),
  span: { start: 4, end: 6 },
};

describe("there are colours", () => {
  test.each([
    ["on a terminal", { isTTY: true }, {}, true],
    ["not in a pipe", {}, {}, false],
    ["not on a dumb terminal", { isTTY: true }, { TERM: "dumb" }, false],
    ["not where NO_COLOR says so", { isTTY: true }, { NO_COLOR: "1" }, false],
    ["where NO_COLOR is empty", { isTTY: true }, { NO_COLOR: "" }, true],
    ["in a pipe where FORCE_COLOR says so", {}, { FORCE_COLOR: "1" }, true],
    ["not where FORCE_COLOR is 0", { isTTY: true }, { FORCE_COLOR: "0" }, false],
    ["not where both speak", { isTTY: true }, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  ])("%s", (_, stream, env, expected) => {
    expect(createPaint(stream, env).place("a") !== "a").toBe(expected);
  });
});

test.each(["|名称|类型|", "|e\u0301e|类型|", "|😀|👨‍👩‍👧|"])(
  "colours change nothing of what a finding in %s says, or where its carets are",
  (text) => {
    const source = createSource("page.md", text);
    const start = text.indexOf("|", 1) + 1;
    const found = { ...finding, source, span: { start, end: text.length - 1 } };
    const colored = renderDiagnostic(found, createPaint({ isTTY: true }, {}));

    expect(colored).not.toBe(renderDiagnostic(found));
    expect(stripVTControlCharacters(colored)).toBe(renderDiagnostic(found));
  },
);

test("nothing in a page reaches a terminal as a command", () => {
  const hostile = createSource("\u001B]0;a\u0007.md", "\u001B[2J|类型|\n");
  const colored = renderDiagnostic(
    { ...finding, source: hostile, message: "\u001B[31mred" },
    createPaint({ isTTY: true }, {}),
  );

  // Colours end where they begin: what is left without them would be a command of the page's.
  expect(stripVTControlCharacters(colored)).not.toContain("\u001B");
  expect(colored).not.toContain("\u001B[2J");
  expect(colored).not.toContain("\u0007");
});
