import { readdir } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { readFile } from "../text/read-file.ts";

/** The manifest in a package's folder: it lists the files that docwright wrote. Other files are left alone. */
export const manifestName = ".docwright-files";

/** Folders that builds and installs create in a package's folder. */
const byProducts = new Set(["dist", "node_modules"]);

/** A package's files with the manifest that lists them. */
export function withManifest(files: ReadonlyMap<string, string>): Map<string, string> {
  const names = [...files.keys(), manifestName].sort();
  return new Map([...files, [manifestName, `${names.join("\n")}\n`]]);
}

/** Ownership of the files in a folder. */
export interface Ownership {
  /** Files that docwright wrote there. */
  readonly owned: readonly string[];
  /** The folder has files but no manifest. */
  readonly foreign: boolean;
}

/** Reads the manifest of a folder. Names that lead out of the folder are ignored. */
export async function readOwnership(folder: string): Promise<Ownership> {
  const names = await readdir(folder).catch((): string[] => []);
  const text = textOf(join(folder, manifestName));
  if (text === undefined) {
    return { owned: [], foreign: names.some((name) => !byProducts.has(name)) };
  }
  return { owned: text.split(/\r?\n/).filter(isInside), foreign: false };
}

function textOf(path: string): string | undefined {
  try {
    return readFile(path).toString();
  } catch {
    return undefined;
  }
}

function isInside(name: string): boolean {
  return name !== "" && !isAbsolute(name) && !name.split(/[\\/]/).includes("..");
}
