import { hash } from "node:crypto";
import { closeSync, readSync } from "node:fs";
import { limitFacts } from "./limits.ts";
import { openFile, readBytes } from "./read-file.ts";

/** Returns the first 27 characters of a content's SHA-256 in base64url. Collisions are assumed not to occur. */
export function digest(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url").slice(0, 27);
}

/** Larger than most files, and shared by all reads: most files need no allocation. */
const buffer = Buffer.allocUnsafeSlow(1 << 18);

/** Maximum number of bytes read of a file. */
const most = limitFacts.pageBytes.most;

/**
 * Returns the digest of a file, or `undefined` where it cannot be read.
 *
 * For a file above the limit, the digest covers its first bytes and its size.
 */
export function digestFile(path: string): string | undefined {
  return digestOf(path, digest);
}

/** Returns the digest of a text, the same with LF and with CRLF at the ends of its lines. */
export function digestText(text: string): string {
  return digest(text.replaceAll("\r\n", "\n"));
}

/** Returns the `digestText` of a file, or `undefined` where it cannot be read. */
export function digestTextFile(path: string): string | undefined {
  return digestOf(path, (bytes) => {
    const known = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (!known.includes("\r\n")) return digest(known);
    // Each byte is a character of its own, so that the others stay as they are.
    return digest(Buffer.from(known.toString("latin1").replaceAll("\r\n", "\n"), "latin1"));
  });
}

function digestOf(path: string, ofBytes: (bytes: Uint8Array) => string): string | undefined {
  try {
    const { descriptor } = openFile(path);
    try {
      const length = readSync(descriptor, buffer, 0, buffer.length, 0);
      if (length < buffer.length) return ofBytes(buffer.subarray(0, length));
    } finally {
      closeSync(descriptor);
    }
    const { bytes, size } = readBytes(path, most);
    return size > most ? digest(`${ofBytes(bytes)} ${size}`) : ofBytes(bytes);
  } catch {
    return undefined;
  }
}
