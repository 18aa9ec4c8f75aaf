import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { createSource, type Source } from "./source.ts";

/**
 * Reads a file as a source. Throws what the file system throws, and when the file is not UTF-8. It waits
 * for the disk: for files as small as pages a promise costs twenty times what reading does.
 */
export function readSource(path: string): Source {
  return createSource(displayPath(path), decode(readFileSync(path)));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error("it is not UTF-8 text");
  }
}

/** How messages name a file: relative to where the command runs, with `/` between folders. */
export function displayPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return (shown === "" ? "." : shown).split(sep).join("/");
}
