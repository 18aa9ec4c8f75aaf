import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTransaction } from "../../src/output/open-transaction.ts";
import { stagingName } from "../../src/output/staging.ts";
import { writeFiles } from "../../src/output/write-files.ts";
import { contentOf, createFolder, removeFolders } from "./folder.ts";

const program = fileURLToPath(new URL("interrupted-write.mjs", import.meta.url));
const old = { "a.txt": "a", "b.txt": "b", "gone.txt": "gone" };

let folder: string;

beforeEach(async () => {
  folder = await createFolder(old);
});

afterEach(() => removeFolders([folder]));

/** Writes `a.txt`, `b.txt` and `new/c.txt` and removes `gone.txt` in a process that ends at a call. */
function interrupt(how: "kill" | "full", at: string): void {
  try {
    execFileSync(process.execPath, [program, folder, how, at], { stdio: "pipe" });
  } catch {
    return;
  }
  throw new Error(`it came to its end, without ${at}`);
}

describe("a process that is killed", () => {
  test.each([
    "writeFileSync:2",
    "writeFileSync:4",
    "linkSync:1",
    "linkSync:3",
    "renameSync:1",
    "mkdirSync:2",
  ])("at %s leaves every file as it was", async (at) => {
    interrupt("kill", at);

    expect(await contentOf(folder)).toMatchObject(old);
  });

  test.each(["renameSync:2", "renameSync:3", "rmSync:2"])(
    "at %s, between the moves, leaves what the next one puts back",
    async (at) => {
      interrupt("kill", at);
      expect(readdirSync(folder)).toContain(stagingName);

      await writeFiles(folder, new Map());
      expect(await contentOf(folder)).toEqual(old);
    },
  );
});

describe("a disk that is full", () => {
  test.each([
    "writeFileSync:1",
    "writeFileSync:3",
    "writeFileSync:5",
    "mkdirSync:1",
    "mkdirSync:2",
  ])("at %s changes nothing and leaves nothing", async (at) => {
    interrupt("full", at);

    expect(await contentOf(folder)).toEqual(old);
  });

  test.each(["renameSync:2", "rmSync:2"])("at %s neither", async (at) => {
    interrupt("full", at);

    expect(await contentOf(folder)).toEqual(old);
  });
});

describe("a journal that came with somebody's checkout", () => {
  const journalOf = (text: string, kept = "theirs") => {
    mkdirSync(join(folder, "inner", stagingName), { recursive: true });
    writeFileSync(join(folder, "inner", stagingName, "journal.json"), text);
    writeFileSync(join(folder, "inner", stagingName, "old-0"), kept);
  };
  const begin = () => writeFiles(join(folder, "inner"), new Map());

  test.each([
    { places: [{ path: "../a.txt", kept: true }], folders: [] },
    { places: [{ path: "../a.txt", kept: false }], folders: [] },
    { places: [{ path: "link/a.txt", kept: true }], folders: [] },
    { places: [{ path: "/tmp/docwright-evil.txt", kept: true }], folders: [] },
    { places: [], folders: ["../empty"] },
  ])("moves and removes nothing outside its folder: %j", async (journal) => {
    journalOf(JSON.stringify(journal));
    mkdirSync(join(folder, "empty"));
    symlinkSync("..", join(folder, "inner/link"));
    const before = await contentOf(folder);

    await expect(begin()).rejects.toThrow(
      /journal\.json is not docwright's: .* leaves .*; remove .*staging$/,
    );
    expect(await contentOf(folder)).toEqual(before);
    expect(existsSync("/tmp/docwright-evil.txt")).toBe(false);
  });

  test.each(["", "null", "[]", '{"places":1,"folders":[]}', '{"places":[null],"folders":[]}'])(
    "counts as cut off where it is none: %j",
    async (text) => {
      journalOf(text);
      await begin();

      expect(await contentOf(folder)).toEqual({ ...old, "inner/": "" });
    },
  );
});

test("of two that begin together, the first comes to its end", async () => {
  const first = await openTransaction(folder);
  const second = await openTransaction(folder);
  first.put("a.txt", "newer");

  expect(() => {
    second.put("a.txt", "other");
  }).toThrow(`process ${process.pid} of host ${hostname()} has been writing to ${folder} since`);
  second.abort(undefined);
  first.commit();
  first.settle();
  expect(await contentOf(folder)).toEqual({ ...old, "a.txt": "newer" });
});

test("a journal that was cut off itself is no hindrance", async () => {
  mkdirSync(join(folder, stagingName));
  writeFileSync(join(folder, stagingName, "journal.json"), '{"places":[');

  await writeFiles(folder, new Map([["a.txt", "newer"]]));
  expect(await contentOf(folder)).toEqual({ ...old, "a.txt": "newer" });
});

test("a staging folder that is a link goes, and what it leads to stays", async () => {
  mkdirSync(join(folder, "theirs"));
  writeFileSync(join(folder, "theirs/mine.txt"), "mine");
  symlinkSync("theirs", join(folder, stagingName));

  await writeFiles(folder, new Map([["a.txt", "newer"]]));

  expect(await contentOf(folder)).toEqual({
    ...old,
    "a.txt": "newer",
    "theirs/": "",
    "theirs/mine.txt": "mine",
  });
});
