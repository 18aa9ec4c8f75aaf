import { applyPatch, formatPatch, FILE_HEADERS_ONLY } from "diff";
import { expect, test } from "vitest";
import { findHunks } from "../../src/output/find-hunks.ts";
import { renderDiff } from "../../src/output/render-diff.ts";

function patch(old: string, now: string): string {
  const names = { oldFileName: "a", newFileName: "b", oldHeader: undefined, newHeader: undefined };
  return formatPatch({ ...names, hunks: findHunks(old, now) }, FILE_HEADERS_ONLY);
}

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join("");

test("hunks make of one text the other one, whatever the two are", () => {
  const seed = Date.now();
  let state = seed;
  const below = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 16) % most;
  };
  const text = () =>
    lines(below(30), () => `line ${below(12)}`).slice(0, below(2) === 0 ? -1 : undefined);
  for (let round = 0; round < 2000; round += 1) {
    const [old, now] = [text(), text()];

    expect({ seed, made: applyPatch(old, patch(old, now)) }, JSON.stringify([old, now])).toEqual({
      seed,
      made: now,
    });
  }
});

test("lines that both texts have once stay between what has changed around them", () => {
  const member = (word: string) => (index: number) => `name: M${index}\nvalue: ${word}`;
  const [old, now] = [lines(2000, member("old")), lines(2000, member("new"))];
  const diff = renderDiff({ path: "a", old, new: now });

  expect(diff).toContain(" name: M7\n-value: old\n+value: new\n name: M8\n");
  expect(diff.match(/^[-+]value/gm)).toHaveLength(4000);
  expect(diff).not.toMatch(/^[-+]name/m);
});

test("texts that have nothing in common are replaced", () => {
  const diff = renderDiff({
    path: "a",
    old: lines(50_000, (index) => `a ${index}`),
    new: lines(50_000, (index) => `b ${index}`),
  });

  expect(diff.startsWith("--- a/a\n+++ b/a\n@@ -1,50000 +1,50000 @@\n-a 0\n-a 1\n")).toBe(true);
  expect(diff.endsWith("+b 49999\n")).toBe(true);
});
