import { hash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";

/** A short name for a content: two contents with one name do not occur. */
export function digest(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url").slice(0, 27);
}

/** Most files are smaller than this, so that reading them needs no memory of their own. */
const buffer = Buffer.allocUnsafeSlow(1 << 18);

/** The digest of a file; nothing where it cannot be read. */
export function digestFile(path: string): string | undefined {
  try {
    const file = openSync(path, "r");
    try {
      const length = readSync(file, buffer, 0, buffer.length, 0);
      if (length < buffer.length) return digest(buffer.subarray(0, length));
    } finally {
      closeSync(file);
    }
    return digest(readFileSync(path));
  } catch {
    return undefined;
  }
}
