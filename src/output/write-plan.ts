import { join, relative, sep } from "node:path";
import { digest } from "../text/digest.ts";
import { slashes } from "../text/slashes.ts";

/** Takes the output of a build: to the disk, or to compare it with the disk. Paths are absolute. */
export interface Writer {
  readonly put: (path: string, text: string) => void;
  readonly keep: (path: string) => void;
  readonly remove: (path: string) => void;
}

/** The files that a build writes, and those that it knows to be written already. Paths are absolute. */
export interface WritePlan {
  readonly put: (path: string, text: string) => void;
  /** Leaves a file of the build before; says whether it is there as it was written. */
  readonly keep: (path: string) => boolean;
  readonly remove: (path: string) => void;
  /** Leaves a file as it is, whatever became of it: what makes it has an error now. */
  readonly leave: (path: string) => void;
  /**
   * Leaves a file of the build before as it is, and goes on knowing what was written: where it has been
   * changed or removed since, the next build sees that.
   */
  readonly leaveKnown: (path: string) => void;
  /** Removes what the build before wrote, as it wrote it, and this one neither writes, keeps nor leaves. */
  readonly removeOthers: () => void;
  /** A file of the build before is there as it was written. */
  readonly isIntact: (path: string) => boolean;
  /** This build writes or keeps the file. */
  readonly isMade: (path: string) => boolean;
  /** Files of the build before in a folder. */
  readonly earlierIn: (folder: string) => string[];
  /** Digests by path, relative to the project. */
  readonly outputs: () => Record<string, string>;
  /** The files to be removed, relative to the project. */
  readonly removed: () => ReadonlySet<string>;
}

/** Opens the plan of a build. */
export function openWritePlan(
  root: string,
  writer: Writer,
  earlier: Readonly<Record<string, string>>,
  onDisk: ReadonlyMap<string, string>,
): WritePlan {
  const outputs = new Map<string, string>();
  const left = new Set<string>();
  const removed = new Set<string>();
  const inside = root + sep;
  const nameOf = (path: string) =>
    slashes(path.startsWith(inside) ? path.slice(inside.length) : relative(root, path));
  const isIntact = (path: string): boolean => {
    const name = nameOf(path);
    return earlier[name] !== undefined && earlier[name] === onDisk.get(name);
  };
  return {
    put(path, text) {
      outputs.set(nameOf(path), digest(text));
      writer.put(path, text);
    },
    keep(path) {
      if (!isIntact(path)) return false;
      const name = nameOf(path);
      outputs.set(name, earlier[name] ?? "");
      writer.keep(path);
      return true;
    },
    remove(path) {
      removed.add(nameOf(path));
      writer.remove(path);
    },
    leave(path) {
      left.add(nameOf(path));
    },
    leaveKnown(path) {
      const name = nameOf(path);
      left.add(name);
      const written = earlier[name];
      if (written !== undefined) outputs.set(name, written);
    },
    removeOthers() {
      for (const name of Object.keys(earlier)) {
        const path = join(root, name);
        if (outputs.has(name) || left.has(name) || !isIntact(path)) continue;
        removed.add(name);
        writer.remove(path);
      }
    },
    isIntact,
    isMade: (path) => outputs.has(nameOf(path)),
    removed: () => removed,
    earlierIn(folder) {
      const start = `${nameOf(folder)}/`;
      return Object.keys(earlier)
        .filter((name) => name.startsWith(start))
        .map((name) => join(root, name));
    },
    outputs: () => Object.fromEntries([...outputs].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
