import { randomUUID } from "node:crypto";
import { lstat, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";

/** What became of a map of files. Paths are relative to its folder. */
export interface Written {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/**
 * Brings a folder up to date: writes files that differ, removes the `stale` ones, leaves all others
 * alone. Everything is first written beside its place and then moved there, and what was there is kept
 * until the end: a failure on the way changes nothing. Throws what the file system throws, and when a
 * path leaves the folder, by its name or through a link.
 */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  stale: readonly string[] = [],
): Promise<Written> {
  const changed: (readonly [path: string, text: string])[] = [];
  const removed: string[] = [];
  for (const [path, text] of files) {
    if ((await textOf(await inside(folder, path))) !== text) changed.push([path, text]);
  }
  for (const path of stale) {
    if ((await look(await inside(folder, path))) !== undefined) removed.push(path);
  }
  const undo: (() => Promise<unknown>)[] = [];
  const kept: string[] = [];
  try {
    const staged: { readonly from: string; readonly to: string }[] = [];
    for (const [path, text] of changed) {
      const to = resolve(folder, path);
      const from = beside(to);
      const made = await mkdir(dirname(to), { recursive: true });
      if (made !== undefined) undo.push(() => rm(made, { recursive: true, force: true }));
      undo.push(() => rm(from, { force: true }));
      await writeFile(from, text, { flag: "wx" });
      staged.push({ from, to });
    }
    for (const path of [...changed.map(([path]) => path), ...removed]) {
      const place = resolve(folder, path);
      const there = await look(place);
      if (there === undefined) continue;
      if (there.isDirectory()) throw new Error(`${place} is a folder`);
      const copy = beside(place);
      await rename(place, copy);
      kept.push(copy);
      undo.push(() => rename(copy, place));
    }
    for (const { from, to } of staged) {
      await rename(from, to);
      undo.push(() => rm(to, { force: true }));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
  await Promise.all(kept.map((copy) => rm(copy, { force: true })));
  return {
    written: changed.map(([path]) => path),
    removed,
    unchanged: files.size - changed.length,
  };
}

function beside(path: string): string {
  return `${path}.${randomUUID()}.tmp`;
}

/** The place of a path in a folder, where that is neither outside by its name nor through a link. */
async function inside(folder: string, path: string): Promise<string> {
  const root = resolve(folder);
  const place = resolve(root, path);
  const [realRoot, realParent] = [await realPlace(root), await realPlace(dirname(place))];
  const within = place.startsWith(root + sep) && (realParent + sep).startsWith(realRoot + sep);
  if (!within) throw new Error(`${path} leaves ${folder}`);
  return place;
}

/** Where a path leads to, or the nearest folder around it that exists. */
async function realPlace(path: string): Promise<string> {
  return realpath(path).catch(() => realPlace(dirname(path)));
}

/** The text of a file; nothing for links, so that nothing is taken for ours that lies elsewhere. */
async function textOf(path: string): Promise<string | undefined> {
  return (await look(path))?.isFile() === true ? readFile(path, "utf8") : undefined;
}

async function look(path: string) {
  return lstat(path).catch(() => undefined);
}
