import { join, relative, sep } from "node:path";
import { digestText } from "../text/digest.ts";
import { slashes } from "../text/slashes.ts";

/** The destination of a build's output: the disk, or a comparison with it. Paths are absolute. */
export interface Writer {
  readonly put: (path: string, text: string) => void;
  readonly keep: (path: string) => void;
  readonly remove: (path: string) => void;
}

/** The output of a build, compared with the previous build. Paths are absolute. */
export interface WritePlan {
  readonly put: (path: string, text: string) => void;
  /** Keeps a file of the previous build; returns true if it is unchanged on disk. */
  readonly keep: (path: string) => boolean;
  readonly remove: (path: string) => void;
  /** Leaves a file as it is, changed or not, because its source now has an error. */
  readonly leave: (path: string) => void;
  /**
   * Leaves a file of the previous build as it is, and keeps its recorded digest.
   *
   * The next build then notices if the file was changed or removed.
   */
  readonly leaveKnown: (path: string) => void;
  /** Removes unchanged files of the previous build that this build does not write, keep or leave. */
  readonly removeOthers: () => void;
  /** Returns true if a file of the previous build is unchanged on disk. */
  readonly isIntact: (path: string) => boolean;
  /** Returns true if this build writes or keeps the file. */
  readonly isMade: (path: string) => boolean;
  /** Files of the previous build in a folder. */
  readonly earlierIn: (folder: string) => string[];
  /** Digests by path, relative to the project. */
  readonly outputs: () => Record<string, string>;
  /** Removed files, relative to the project. */
  readonly removed: () => ReadonlySet<string>;
}

/** Opens the write plan of a build. */
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
      outputs.set(nameOf(path), digestText(text));
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
