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

/**
 * Returns the whole content of a file. Throws file system errors, and `EFTYPE` where the path is not a
 * file.
 */
export function readFile(path: string): Buffer {
  const { descriptor } = openFile(path);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The first bytes of a file. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** Size of the whole file, in bytes. */
  readonly size: number;
}

/**
 * Returns at most the first `most` bytes of a file.
 *
 * Memory use is bounded even where the file grows while it is read. Throws file system errors, and
 * `EFTYPE` where the path is not a file.
 */
export function readBytes(path: string, most: number): FileHead {
  const { descriptor, size } = openFile(path);
  try {
    // Files in /proc report a size of 0, and other files may grow during the read.
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

/** An open file descriptor and the file's size in bytes. */
export interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
}

/**
 * Opens a file for reading. Throws file system errors, and `EFTYPE` for anything but a regular file.
 *
 * Named pipes, sockets and devices are refused because a read could block or never end.
 */
export function openFile(path: string): OpenFile {
  // Opening a device can have side effects, so the type is checked first.
  refuseOthers(statSync(path), path);
  // The path may have been replaced since, so the type is checked again.
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

/** Windows does not define `O_NONBLOCK`. */
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
