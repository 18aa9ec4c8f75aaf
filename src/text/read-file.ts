import { closeSync, readFileSync } from "node:fs";
import { openFile } from "./open-file.ts";

/** Reads a whole file. Throws what the file system throws, and where the path names no file. */
export function readFile(path: string): Buffer {
  const { descriptor } = openFile(path);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
