import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { createSource, type Source } from "./source.ts";

/** Reads a file as a source. Throws what the file system throws. */
export async function readSource(path: string): Promise<Source> {
  return createSource(displayPath(path), await readFile(path, "utf8"));
}

/** How messages name a file: relative to where the command runs, with `/` between folders. */
export function displayPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return (shown === "" ? "." : shown).split(sep).join("/");
}
