import { relative } from "node:path";
import { defaultLimits, limitFacts, type Limits } from "./limits.ts";
import { readBytes } from "./read-file.ts";
import { slashes } from "./slashes.ts";
import { createSource, type Source } from "./source.ts";

/** The limits for a file, and the name of the limit for its size. */
export interface ReadingLimits {
  readonly limits: Limits;
  readonly size: "pageBytes" | "specBytes";
}

/**
 * Reads a file as a source, truncated to its size limit.
 *
 * Throws file system errors, and an error where the file is not UTF-8. Reads synchronously: for files of
 * page size, a promise costs twenty times as much as the read.
 */
export function readSource(path: string, { limits, size }: ReadingLimits = ours): Source {
  const head = readBytes(path, limits[size]);
  const isCut = head.size > head.bytes.length;
  const source = createSource(displayPath(path), decode(head.bytes, isCut), limits);
  return isCut ? { ...source, cutFrom: head.size } : source;
}

/** Limits for files that no options apply to. */
const ours = {
  limits: { ...defaultLimits, specBytes: limitFacts.specBytes.most },
  size: "specBytes",
} as const;

function decode(bytes: Uint8Array, isCut: boolean): string {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    // Truncation may split the last character.
    return decoder.decode(bytes, { stream: isCut });
  } catch {
    throw new Error("it is not UTF-8 text");
  }
}

/** Reads a file as a source; returns an empty source where it cannot be read. */
export function readSourceIfAny(path: string): Source {
  try {
    return readSource(path);
  } catch {
    return createSource(displayPath(path), "");
  }
}

/** Returns a path as messages show it: relative to the current folder, with `/` between folders. */
export function displayPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return slashes(shown === "" ? "." : shown);
}
