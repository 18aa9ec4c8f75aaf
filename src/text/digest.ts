import { hash } from "node:crypto";
import { closeSync, readSync } from "node:fs";
import { limitFacts } from "./limits.ts";
import { openFile, readBytes } from "./read-file.ts";

/** A short name for a content: two contents with one name do not occur. */
export function digest(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url").slice(0, 27);
}

/** Most files are smaller than this, so that reading them needs no memory of their own. */
const buffer = Buffer.allocUnsafeSlow(1 << 18);

/** No more of a file is ever read. */
const most = limitFacts.pageBytes.most;

/** The digest of a file; nothing where it cannot be read. Of a very large one its beginning and size count. */
export function digestFile(path: string): string | undefined {
  try {
    const { descriptor } = openFile(path);
    try {
      const length = readSync(descriptor, buffer, 0, buffer.length, 0);
      if (length < buffer.length) return digest(buffer.subarray(0, length));
    } finally {
      closeSync(descriptor);
    }
    const { bytes, size } = readBytes(path, most);
    return size > most ? digest(`${digest(bytes)} ${size}`) : digest(bytes);
  } catch {
    return undefined;
  }
}
