import { relative } from "node:path";
import { defaultLimits, limitFacts, type Limits } from "./limits.ts";
import { readBytes } from "./read-file.ts";
import { slashes } from "./slashes.ts";
import { createSource, type Source } from "./source.ts";

/** Under which limits a file is read, and which of them its size has to keep. */
export interface ReadingLimits {
  readonly limits: Limits;
  readonly size: "pageBytes" | "specBytes";
}

/**
 * Reads a file as a source; of one that is longer than it may be, only the beginning. Throws what the file
 * system throws, and when the file is not UTF-8. It waits for the disk: for files as small as pages a
 * promise costs twenty times what reading does.
 */
export function readSource(path: string, { limits, size }: ReadingLimits = ours): Source {
  const head = readBytes(path, limits[size]);
  const isCut = head.size > head.bytes.length;
  const source = createSource(displayPath(path), decode(head.bytes, isCut), limits);
  return isCut ? { ...source, cutFrom: head.size } : source;
}

/** For files that nobody sets a limit for. */
const ours = {
  limits: { ...defaultLimits, specBytes: limitFacts.specBytes.most },
  size: "specBytes",
} as const;

function decode(bytes: Uint8Array, isCut: boolean): string {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    // The last character of what is cut may not be whole.
    return decoder.decode(bytes, { stream: isCut });
  } catch {
    throw new Error("it is not UTF-8 text");
  }
}

/** Reads a file as a source; an empty one where it cannot be read. */
export function readSourceIfAny(path: string): Source {
  try {
    return readSource(path);
  } catch {
    return createSource(displayPath(path), "");
  }
}

/** How messages name a file: relative to where the command runs, with `/` between folders. */
export function displayPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return slashes(shown === "" ? "." : shown);
}
