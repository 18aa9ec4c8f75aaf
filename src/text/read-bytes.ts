import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** The beginning of a file. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** Bytes of the whole file; of one that is no regular file, as far as they were seen. */
  readonly size: number;
}

/**
 * Reads a file, or of a longer one the first bytes: nothing more of it is in memory at any time, even where
 * it has no end. Throws what the file system throws.
 */
export function readBytes(path: string, most: number): FileHead {
  const file = openSync(path, "r");
  try {
    const stat = fstatSync(file);
    // What is no regular file does not say how long it is.
    let room = Buffer.allocUnsafe(Math.min(most + 1, stat.isFile() ? stat.size + 1 : 65_536));
    let used = 0;
    for (;;) {
      const read = readSync(file, room, used, room.length - used, null);
      used += read;
      if (read === 0 || used > most) break;
      if (used === room.length) {
        const more = Buffer.allocUnsafe(Math.min(most + 1, room.length * 2));
        room.copy(more, 0, 0, used);
        room = more;
      }
    }
    return { bytes: room.subarray(0, Math.min(used, most)), size: Math.max(used, stat.size) };
  } finally {
    closeSync(file);
  }
}
