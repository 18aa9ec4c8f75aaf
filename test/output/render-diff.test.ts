import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boundDiff, renderDiff } from "../../src/output/render-diff.ts";
import { contentOf, createFolder, removeFolders } from "./folder.ts";

let folder: string;

beforeEach(async () => {
  folder = await createFolder({ "a.txt": "one\ntwo\nthree\nfour\nfive\n", "gone.txt": "old\n" });
});

afterEach(() => removeFolders([folder]));

test("a change is shown with the lines around it", () => {
  const old = readFileSync(join(folder, "a.txt"), "utf8");

  expect(renderDiff({ path: "a.txt", old, new: old.replace("five", "5") })).toBe(
    "--- a/a.txt\n+++ b/a.txt\n@@ -2,4 +2,4 @@\n two\n three\n four\n-five\n+5\n",
  );
});

test("the lines of a file stay as they are, whatever they look like", () => {
  expect(renderDiff({ path: "a", old: "-- a\t\n", new: "++ b\t\n" })).toBe(
    "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n--- a\t\n+++ b\t\n",
  );
});

const patchInstalled = spawnSync("patch", ["--version"]).status === 0;

describe.each([
  { tool: "git apply", words: ["git", "apply", "p.patch"], installed: true },
  { tool: "patch -p1", words: ["patch", "-s", "-p1", "-i", "p.patch"], installed: patchInstalled },
])("$tool", ({ words: [program = "", ...words], installed }) => {
  test.skipIf(!installed)("makes the changes", async () => {
    const old = readFileSync(join(folder, "a.txt"), "utf8");
    const changes = [
      { path: "a.txt", old, new: `${old.replace("three", "3")}no line end` },
      { path: "gone.txt", old: "old\n" },
      { path: "sub/new.txt", new: "new\n" },
      { path: "with a space/书 [a].txt", new: "new\r\n" },
    ];
    writeFileSync(join(folder, "p.patch"), changes.map(renderDiff).join(""));
    execFileSync(program, words, { cwd: folder });

    const content = await contentOf(folder);
    expect(content).toMatchObject({
      "a.txt": "one\ntwo\n3\nfour\nfive\nno line end",
      "sub/new.txt": "new\n",
      "with a space/书 [a].txt": "new\r\n",
    });
    expect(Object.keys(content)).not.toContain("gone.txt");
  });

  test.skipIf(!installed)("finds a file with spaces in its name", async () => {
    const change = { path: "b c.txt", old: "one\n", new: "two\n" };
    writeFileSync(join(folder, change.path), change.old);
    writeFileSync(join(folder, "p.patch"), renderDiff(change));
    execFileSync(program, words, { cwd: folder });

    expect(await contentOf(folder)).toMatchObject({ [change.path]: change.new });
  });
});

const short = "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-one\n+two\n";

test("a long diff ends with how much more there is", () => {
  expect(boundDiff(short, 3)).toBe("--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n… 2 more lines\n");
});

test("a diff that fits is left alone, and so is one that is a line too long", () => {
  expect(boundDiff(short, 5)).toBe(short);
  expect(boundDiff(short, 4)).toBe(short);
});

test("no diff stays none", () => {
  expect(boundDiff("", 3)).toBe("");
});
