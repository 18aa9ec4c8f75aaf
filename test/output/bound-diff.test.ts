import { expect, test } from "vitest";
import { boundDiff } from "../../src/output/bound-diff.ts";

const diff = "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-one\n+two\n";

test("a long diff ends with how much more there is", () => {
  expect(boundDiff(diff, 3)).toBe("--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n… 2 more lines\n");
});

test("a diff that fits is left alone, and so is one that is a line too long", () => {
  expect(boundDiff(diff, 5)).toBe(diff);
  expect(boundDiff(diff, 4)).toBe(diff);
});

test("no diff stays none", () => {
  expect(boundDiff("", 3)).toBe("");
});
