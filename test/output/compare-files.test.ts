import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compareFiles } from "../../src/output/compare-files.ts";
import { createFolder, removeFolders } from "./folder.ts";

let folder: string;

beforeEach(async () => {
  folder = await createFolder({ "a.txt": "one\ntwo\n", "folder/b.txt": "b" });
});

afterEach(() => removeFolders([folder]));

test.each([
  ["the same", "a.txt", "one\ntwo\n", []],
  ["missing", "c.txt", "c", [{ path: "c.txt", kind: "missing" }]],
  ["missing, where a folder has its name", "folder", "c", [{ path: "folder", kind: "missing" }]],
  ["changed", "a.txt", "one\n2\n", [{ path: "a.txt", kind: "changed", line: 2 }]],
])("a file is %s", async (_, path, text, expected) => {
  expect(await compareFiles(folder, new Map([[path, text]]))).toEqual(expected);
});

test("what should not be there is stale", async () => {
  expect(await compareFiles(folder, new Map(), ["a.txt"])).toEqual([
    { path: "a.txt", kind: "stale" },
  ]);
});

describe("the first line that differs is", () => {
  test.each([
    ["the first", "1\ntwo\n", 1],
    ["the one that is missing", "one\n", 2],
    ["the one that is added", "one\ntwo\nthree\n", 3],
    ["the last, where only its end is missing", "one\ntwo", 3],
    ["the one whose end differs", "one\r\ntwo\n", 1],
    ["the first of an empty file", "", 1],
  ])("%s", async (_, text, line) => {
    expect(await compareFiles(folder, new Map([["a.txt", text]]))).toEqual([
      { path: "a.txt", kind: "changed", line },
    ]);
  });
});
