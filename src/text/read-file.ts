import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  type Stats,
} from "node:fs";

/** Reads a whole file. Throws what the file system throws, and where the path names no file. */
export function readFile(path: string): Buffer {
  const { descriptor } = openFile(path);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

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

/** An open file, and its size. */
export interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
}

/**
 * Opens a file to be read. Throws where it is none: a named pipe, a socket or a device could keep a reader
 * waiting, or never end. Throws what the file system throws, too.
 */
export function openFile(path: string): OpenFile {
  // To open a device can do something already, so it is looked at before.
  refuseOthers(statSync(path), path);
  // By now it may be another one.
  const descriptor = openSync(path, constants.O_RDONLY | nonblocking);
  try {
    const stats = fstatSync(descriptor);
    refuseOthers(stats, path);
    return { descriptor, size: stats.size };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Windows does not have it. */
const nonblocking = (constants as { readonly O_NONBLOCK?: number }).O_NONBLOCK ?? 0;

function refuseOthers(stats: Stats, path: string): void {
  if (stats.isFile()) return;
  throw Object.assign(new Error(`${path} is ${kindOf(stats)}, not a file`), {
    code: "EFTYPE",
    syscall: "open",
  });
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a named pipe";
  return stats.isSocket() ? "a socket" : "a device";
}
