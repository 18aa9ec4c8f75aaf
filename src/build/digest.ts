import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A short name for a content: two contents with one name do not occur. */
export function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 27);
}

/** The digest of a file; nothing where it cannot be read. */
export function digestFile(path: string): string | undefined {
  try {
    return digest(readFileSync(path));
  } catch {
    return undefined;
  }
}
