import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { renderDiff } from "../../src/output/render-diff.ts";
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

test("patch makes the change", async () => {
  const old = readFileSync(join(folder, "a.txt"), "utf8");
  const changes = [
    { path: "a.txt", old, new: `${old.replace("three", "3")}no line end` },
    { path: "gone.txt", old: "old\n" },
    { path: "sub/new.txt", new: "new\n" },
  ];
  writeFileSync(join(folder, "p.patch"), changes.map(renderDiff).join(""));
  execFileSync("git", ["apply", "p.patch"], { cwd: folder });

  expect(await contentOf(folder)).toMatchObject({
    "a.txt": "one\ntwo\n3\nfour\nfive\nno line end",
    "sub/new.txt": "new\n",
  });
  expect(Object.keys(await contentOf(folder))).not.toContain("gone.txt");
});
