import { lstatSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "../text/read-file.ts";
import type { Details, Memory } from "./memory.ts";

/** The folder, in that of the packages, in which a build leaves what the next one can use. */
export const memoryFolder = ".docwright";

/** What a build left behind. It can be thrown away at any time: the next build then makes all anew. */
export interface MemoryFiles {
  /** Nothing where there was no build, or its files are not whole. Throws where they cannot be read. */
  readonly memory: () => Memory | undefined;
  readonly details: () => Details | undefined;
  /** The store of operations. */
  readonly operations: () => Buffer;
  /** Another one after each build that has left something. */
  readonly version: () => string;
  /** Gives the files that are to be written, with the output of the build. */
  readonly save: (
    known: {
      readonly memory: Memory;
      readonly details: Details;
      readonly operations: Buffer;
    },
    put: (path: string, content: string | Uint8Array) => void,
  ) => void;
}

/** Opens what builds leave behind in a folder of packages. */
export function openMemory(output: string): MemoryFiles {
  const folder = join(output, memoryFolder);
  const place = (name: string) => join(folder, name);
  const read = (name: string): Buffer | undefined => {
    try {
      return readFile(place(name));
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      throw error;
    }
  };
  const parse = (name: string): unknown => {
    const text = read(name)?.toString() ?? "null";
    try {
      return JSON.parse(text) ?? undefined;
    } catch {
      return undefined;
    }
  };
  return {
    memory: () => parse("memory.json") as Memory | undefined,
    details: () => parse("details.json") as Details | undefined,
    operations: () => read("operations.jsonl") ?? Buffer.alloc(0),
    version() {
      const found = statSync(place("memory.json"), { throwIfNoEntry: false });
      return found === undefined ? "" : [found.ino, found.mtimeMs, found.size].join();
    },
    save({ memory, details, operations }, put) {
      // A link here leads to what is none of a build's.
      if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(folder);
      put(place(".gitignore"), "*\n");
      put(place("operations.jsonl"), operations);
      put(place("details.json"), JSON.stringify(details));
      put(place("memory.json"), JSON.stringify(memory));
    },
  };
}
