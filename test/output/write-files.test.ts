import { lstat, mkdir, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeFiles } from "../../src/output/write-files.ts";
import { contentOf, createFolder, removeFolders } from "./folder.ts";

let folder: string;
let elsewhere: string;

beforeEach(async () => {
  folder = await createFolder({ "same.txt": "same", "old.txt": "old", "mine.txt": "mine" });
  elsewhere = await createFolder({ "same.txt": "theirs", "sub/old.txt": "theirs" });
});

afterEach(() => removeFolders([folder, elsewhere]));

function write(files: Readonly<Record<string, string>>, stale: readonly string[] = []) {
  return writeFiles(folder, new Map(Object.entries(files)), stale);
}

describe("a folder is brought up to date", () => {
  test("what differs is written, what is stale is removed, all else is left alone", async () => {
    const result = await write({ "same.txt": "same", "a/b/new.txt": "new", "old.txt": "newer" }, [
      "mine.txt",
    ]);

    expect(result).toEqual({
      written: ["a/b/new.txt", "old.txt"],
      removed: ["mine.txt"],
      unchanged: 1,
    });
    expect(await contentOf(folder)).toEqual({
      "a/": "",
      "a/b/": "",
      "a/b/new.txt": "new",
      "old.txt": "newer",
      "same.txt": "same",
    });
  });

  test("a file that is right is not touched", async () => {
    const long = new Date("2001-02-03T04:05:06Z");
    await utimes(join(folder, "same.txt"), long, long);
    await write({ "same.txt": "same", "old.txt": "newer" });

    expect((await lstat(join(folder, "same.txt"))).mtime).toEqual(long);
    expect((await lstat(join(folder, "old.txt"))).mtime).not.toEqual(long);
  });

  test("the second time there is nothing to do", async () => {
    await write({ "a.txt": "a" });

    expect(await write({ "a.txt": "a" })).toEqual({ written: [], removed: [], unchanged: 1 });
  });

  test("a file whose name changes in case only stays where the case of letters does not count", async () => {
    // As on such a file system, both names are of one file.
    await mkdir(join(folder, "sub"));
    await symlink("sub", join(folder, "SUB"));
    await write({ "sub/a.txt": "old" });
    await write({ "SUB/a.txt": "new" }, ["sub/a.txt"]);

    expect(await contentOf(folder)).toMatchObject({ "sub/a.txt": "new" });

    await write({ "SUB/a.txt": "new" }, ["sub/a.txt"]);

    expect(await contentOf(folder)).toMatchObject({ "sub/a.txt": "new" });
  });

  test("a folder that is not there is made", async () => {
    await writeFiles(join(folder, "new/folder"), new Map([["a.txt", "a"]]));

    expect(await contentOf(join(folder, "new"))).toEqual({ "folder/": "", "folder/a.txt": "a" });
  });

  test("what is stale and gone already is not counted", async () => {
    expect((await write({}, ["gone.txt", "mine.txt"])).removed).toEqual(["mine.txt"]);
  });
});

describe("nothing outside the folder is written or removed", () => {
  const paths = ["../evil.txt", "a/../../evil.txt", "/tmp/docwright-evil.txt", "..", ".", ""];

  test.each(paths)("by the name %j of a file", async (path) => {
    const before = await contentOf(folder);

    await expect(write({ "a.txt": "a", [path]: "evil" })).rejects.toThrow("leaves");
    expect(await contentOf(folder)).toEqual(before);
  });

  test.each(paths)("by the name %j of a stale file", async (path) => {
    const before = await contentOf(folder);

    await expect(write({ "a.txt": "a" }, [path])).rejects.toThrow("leaves");
    expect(await contentOf(folder)).toEqual(before);
  });

  test("through a link to a folder", async () => {
    await symlink(elsewhere, join(folder, "link"));
    const before = await contentOf(elsewhere);

    await expect(write({ "link/same.txt": "evil" })).rejects.toThrow("leaves");
    await expect(write({ "link/sub/new/new.txt": "evil" })).rejects.toThrow("leaves");
    await expect(write({}, ["link/sub/old.txt"])).rejects.toThrow("leaves");
    expect(await contentOf(elsewhere)).toEqual(before);
  });

  test("through a link to a file: the file takes the place of the link", async () => {
    await symlink(join(elsewhere, "same.txt"), join(folder, "link.txt"));
    await write({ "link.txt": "mine" });

    expect(await contentOf(folder)).toMatchObject({ "link.txt": "mine" });
    expect(await contentOf(elsewhere)).toMatchObject({ "same.txt": "theirs" });
  });

  test("through a link to a file that is right: it lies elsewhere all the same", async () => {
    await symlink(join(elsewhere, "same.txt"), join(folder, "link.txt"));

    expect((await write({ "link.txt": "theirs" })).written).toEqual(["link.txt"]);
    expect(await contentOf(folder)).toMatchObject({ "link.txt": "theirs" });
  });

  test("through a link to nothing", async () => {
    await symlink(join(elsewhere, "nowhere"), join(folder, "link"));
    const before = await contentOf(elsewhere);

    await expect(write({ "link/a.txt": "evil" })).rejects.toThrow();
    expect(await contentOf(elsewhere)).toEqual(before);
  });

  test("but the folder itself may be reached by a link", async () => {
    const link = join(elsewhere, "link");
    await symlink(folder, link);
    await writeFiles(link, new Map([["a/b.txt", "b"]]));

    expect(await contentOf(folder)).toMatchObject({ "a/b.txt": "b" });
  });
});

describe("a failure on the way leaves everything as it was", () => {
  test.each([
    [
      "where a folder stands in a file's place",
      { "a/b.txt": "b", "old.txt": "newer", taken: "x" },
      [],
    ],
    ["where a file stands in a folder's place", { "a/b.txt": "b", "same.txt/c.txt": "c" }, []],
    [
      "where a folder stands in the place of a stale file",
      { "old.txt": "newer" },
      ["mine.txt", "taken"],
    ],
    ["where two paths need each other's place", { "n.txt": "n", "a/b": "b", "a/b/c": "c" }, []],
  ])("%s", async (_, files, stale) => {
    await mkdir(join(folder, "taken/inner"), { recursive: true });
    const before = await contentOf(folder);

    await expect(write(files, stale)).rejects.toThrow();
    expect(await contentOf(folder)).toEqual(before);
  });
});
