import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readOwnership, withManifest } from "../../src/output/manifest.ts";
import { writeFiles } from "../../src/output/write-files.ts";
import { contentOf, createFolder, removeFolders } from "./folder.ts";

const manifest = ".docwright-files";
const folders: string[] = [];

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await createFolder(files);
  folders.push(folder);
  return folder;
}

afterEach(() => removeFolders(folders.splice(0)));

test("the manifest lists all files, itself too, in one order", () => {
  const files = withManifest(
    new Map([
      ["b.ts", "b"],
      ["a/a.ts", "a"],
    ]),
  );

  expect([...files.keys()]).toEqual(["b.ts", "a/a.ts", manifest]);
  expect(files.get(manifest)).toBe(`${manifest}\na/a.ts\nb.ts\n`);
});

test("what was written is owned", async () => {
  const folder = await folderWith({});
  await writeFiles(folder, withManifest(new Map([["a.ts", "a"]])));

  expect(await readOwnership(folder)).toEqual({ owned: [manifest, "a.ts"], foreign: false });
});

describe("without a manifest a folder is", () => {
  test.each([
    ["foreign, if there is anything in it", { "README.md": "mine" }, true],
    ["foreign, if there is only a hidden file in it", { ".env": "secret" }, true],
    ["ours, if it is empty", {}, false],
    [
      "ours, if there is only what building left",
      { "dist/a.js": "", "node_modules/a/b": "" },
      false,
    ],
  ])("%s", async (_, files, foreign) => {
    expect(await readOwnership(await folderWith(files as Record<string, string>))).toEqual({
      owned: [],
      foreign,
    });
  });

  test("ours, if there is none", async () => {
    const folder = await folderWith({});

    expect(await readOwnership(join(folder, "new"))).toEqual({ owned: [], foreign: false });
  });

  test("foreign, if a folder has the manifest's name", async () => {
    const folder = await folderWith({});
    await mkdir(join(folder, manifest));

    expect(await readOwnership(folder)).toEqual({ owned: [], foreign: true });
  });
});

test("what building and the user add beside the manifest is nobody's", async () => {
  const folder = await folderWith({
    [manifest]: "a.ts\n",
    "a.ts": "",
    "dist/a.js": "",
    "my.txt": "",
  });

  expect((await readOwnership(folder)).owned).toEqual(["a.ts"]);
});

test("lines of a manifest may end in CR LF", async () => {
  const folder = await folderWith({ [manifest]: "a.ts\r\nb.ts\r\n" });

  expect((await readOwnership(folder)).owned).toEqual(["a.ts", "b.ts"]);
});

test("a manifest that was tampered with removes nothing elsewhere", async () => {
  const folder = await folderWith({
    "out/a.ts": "a",
    "precious.txt": "precious",
    [`out/${manifest}`]:
      "../precious.txt\nb/../../precious.txt\n..\\precious.txt\n/etc/passwd\n..\na.ts\n",
  });
  const { owned } = await readOwnership(join(folder, "out"));
  await writeFiles(join(folder, "out"), new Map(), owned);

  expect(owned).toEqual(["a.ts"]);
  expect(await contentOf(folder)).toMatchObject({ "precious.txt": "precious" });
});
