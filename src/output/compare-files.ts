import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** How a file on disk differs from what it should be. */
export interface Difference {
  readonly path: string;
  readonly kind: "missing" | "changed" | "stale";
  /** The first line that differs, counted from 1. Only of changed files. */
  readonly line?: number;
}

/** Holds a folder against a map of files. `stale` are files that are there and should not be. */
export async function compareFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  stale: readonly string[] = [],
): Promise<Difference[]> {
  const differences: Difference[] = stale.map((path) => ({ path, kind: "stale" }));
  for (const [path, text] of files) {
    const found = await textOf(join(folder, path));
    if (found === undefined) differences.push({ path, kind: "missing" });
    else if (found !== text)
      differences.push({ path, kind: "changed", line: firstLine(found, text) });
  }
  return differences;
}

function firstLine(found: string, expected: string): number {
  const [lines, wanted] = [found.split("\n"), expected.split("\n")];
  const at = wanted.findIndex((line, index) => line !== lines[index]);
  return (at === -1 ? wanted.length : at) + 1;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}
