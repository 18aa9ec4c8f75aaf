import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Creates a folder and its missing parents, and returns the outermost folder created.
 *
 * On failure, the folders it created are removed. Node's `recursive` option loops forever in folders
 * such as /proc, which refuse new folders with `ENOENT`.
 */
export function makeFolder(path: string): string | undefined {
  const missing: string[] = [];
  for (let folder = path; !isFolder(folder); folder = dirname(folder)) {
    missing.push(folder);
    if (folder === dirname(folder)) break;
  }
  const made: string[] = [];
  for (const folder of missing.toReversed()) {
    try {
      mkdirSync(folder);
      made.push(folder);
    } catch (error) {
      // Another process may have created it since.
      if (isFolder(folder)) continue;
      for (const own of made.toReversed()) rmdirSync(own);
      throw error;
    }
  }
  return made[0];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
