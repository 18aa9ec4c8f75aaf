import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Bytes that the name of a socket may have: 104 on macOS, 108 on Linux, with a zero at the end. */
const mostBytes = 100;

/** A name by which a socket can be listened at and connected to. */
export interface SocketName {
  readonly name: string;
  /** Takes away what the name needs. */
  readonly remove: () => void;
}

/** The socket of a change, which goes with its process. Windows has a room of its own for such names. */
export function socketOf(staging: string, token: string): SocketName {
  if (process.platform === "win32") {
    return { name: `\\\\.\\pipe\\docwright-${token}`, remove: () => undefined };
  }
  const name = join(staging, `alive-${token}`);
  if (Buffer.byteLength(name) <= mostBytes) return { name, remove: () => undefined };
  // Longer names would be cut off; a link makes them short.
  const link = join(mkdtempSync(join(tmpdir(), "docwright-")), "s");
  symlinkSync(staging, link);
  return {
    name: join(link, `alive-${token}`),
    remove() {
      rmSync(dirname(link), { recursive: true, force: true });
    },
  };
}
