import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Details, Memory } from "./memory.ts";
import { writeAnew } from "./write-anew.ts";

/** The folder, in that of the packages, in which a build leaves what the next one can use. */
export const memoryFolder = ".docwright";

/** What a build left behind. It can be thrown away at any time: the next build then makes all anew. */
export interface MemoryFiles {
  /** Nothing where there was no build, or its files are not whole. */
  readonly memory: () => Memory | undefined;
  readonly details: () => Details | undefined;
  /** The store of operations. */
  readonly operations: () => Buffer;
  readonly save: (memory: Memory, details: Details, operations: Buffer) => void;
  readonly forget: () => void;
}

/** Opens what builds leave behind in a folder of packages. */
export function openMemory(output: string): MemoryFiles {
  const folder = join(output, memoryFolder);
  const place = (name: string) => join(folder, name);
  const read = (name: string): Buffer | undefined => {
    try {
      return readFileSync(place(name));
    } catch {
      return undefined;
    }
  };
  const parse = (name: string): unknown => {
    try {
      return JSON.parse(read(name)?.toString() ?? "null") ?? undefined;
    } catch {
      return undefined;
    }
  };
  // The details of one build are of no use with the memory of another, so the memory goes first and comes last.
  const forget = () => {
    rmSync(place("memory.json"), { force: true });
  };
  return {
    memory: () => parse("memory.json") as Memory | undefined,
    details: () => parse("details.json") as Details | undefined,
    operations: () => read("operations.jsonl") ?? Buffer.alloc(0),
    save(memory, details, operations) {
      // A link here leads to what is none of a build's.
      if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(folder);
      mkdirSync(folder, { recursive: true });
      forget();
      writeAnew(place(".gitignore"), "*\n");
      writeAnew(place("operations.jsonl"), operations);
      writeAnew(place("details.json"), JSON.stringify(details));
      writeAnew(place("memory.json.new"), JSON.stringify(memory));
      renameSync(place("memory.json.new"), place("memory.json"));
    },
    forget,
  };
}
