import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { createPaint } from "../../../src/cli/output/create-paint.ts";
import { paintDiff } from "../../../src/cli/output/paint-diff.ts";

const paint = createPaint({ isTTY: true }, {});
const header = "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n";

test("colours change nothing of what a diff says", () => {
  const diff = `${header}-one\n+two\n same\n`;
  const colored = paintDiff(diff, paint);

  expect(stripVTControlCharacters(colored)).toBe(diff);
  expect(colored).toContain(paint.removed("-one"));
  expect(colored).toContain(paint.added("+two"));
});

test("a line that looks like a file's name is a line that goes", () => {
  expect(paintDiff(`${header}--- one\n`, paint)).toContain(paint.removed("--- one"));
});

test("a file in it cannot command the terminal", () => {
  const colored = paintDiff(`${header}+\u001B[2J\r\ttwo\n`, paint);

  expect(stripVTControlCharacters(colored)).toContain("+<U+001B>[2J \ttwo\n");
});

test("without colours it is what patch takes, whatever is in it", () => {
  expect(paintDiff(`${header}+\u001B[2J\r\n`, undefined)).toBe(`${header}+\u001B[2J\r\n`);
});
