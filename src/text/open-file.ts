import { closeSync, constants, fstatSync, openSync, statSync, type Stats } from "node:fs";

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
