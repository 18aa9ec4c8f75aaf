import { closeSync, readSync } from "node:fs";
import { openFile } from "./open-file.ts";

/** The beginning of a file. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** Bytes of the whole file. */
  readonly size: number;
}

/**
 * Reads a file, or of a longer one the first bytes: nothing more of it is in memory at any time, even where
 * it grows without end. Throws what the file system throws, and where the path names no file.
 */
export function readBytes(path: string, most: number): FileHead {
  const { descriptor, size } = openFile(path);
  try {
    // Files of /proc have a size of 0, and others grow while they are read.
    let room = Buffer.allocUnsafe(Math.min(most + 1, size + 1));
    let used = 0;
    for (;;) {
      const read = readSync(descriptor, room, used, room.length - used, null);
      used += read;
      if (read === 0 || used > most) break;
      if (used === room.length) {
        const more = Buffer.allocUnsafe(Math.min(most + 1, Math.max(65_536, room.length * 2)));
        room.copy(more, 0, 0, used);
        room = more;
      }
    }
    return { bytes: room.subarray(0, Math.min(used, most)), size: Math.max(used, size) };
  } finally {
    closeSync(descriptor);
  }
}
