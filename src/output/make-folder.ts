import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and those around it; says which is the outermost one that it has made. Where it throws,
 * it leaves none. Node's own `recursive` never ends in a folder such as /proc, which refuses new ones as if
 * it were not there.
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
      // Another process may have made it since.
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
