import { readdir } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { readFile } from "../text/read-file.ts";

/** The file in a package's folder that lists what docwright wrote there. All else is left alone. */
export const manifestName = ".docwright-files";

/** Folders that building and installing make in a package's folder. */
const byProducts = new Set(["dist", "node_modules"]);

/** A package's files together with the manifest that lists them. */
export function withManifest(files: ReadonlyMap<string, string>): Map<string, string> {
  const names = [...files.keys(), manifestName].sort();
  return new Map([...files, [manifestName, `${names.join("\n")}\n`]]);
}

/** What docwright may do in a folder. */
export interface Ownership {
  /** Files that it wrote there before. */
  readonly owned: readonly string[];
  /** The folder holds files, and nothing says that they are docwright's. */
  readonly foreign: boolean;
}

/** Reads the manifest of a folder. Names in it that lead out of the folder are nobody's. */
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
