import { lstatSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPackage, CachedProduct } from "../assemble/product-cache.ts";
import type { CachedPage, PageCache } from "../corpus/page-cache.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { Operation } from "../spec/operation.ts";
import { readFile } from "../text/read-file.ts";

/** The folder, in that of the packages, in which a build leaves what the next one can use. */
export const cacheFolder = ".docwright";

/** What tells whether anything has changed since a build. All paths are relative to the project. */
export interface BuildRecord {
  /** The generator, and the project's settings: where they differ, nothing else counts. */
  readonly fingerprint: string;
  /** Where pages and specs lay: output of another project is not this one's to remove. */
  readonly sources: string;
  /** Digest of everything that was read, by path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Digest of everything that was written, by path. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Folders in the folder of specs that belong to the project. */
  readonly productFolders: readonly string[];
  readonly packages: readonly BuiltPackage[];
  readonly pages: readonly PageOutcome[];
  readonly diagnostics: readonly StoredDiagnostic[];
}

/** What is needed to build again what has changed, and only that. */
export interface BuildDetails {
  /** By the page's path. */
  readonly pages: Readonly<Record<string, CachedPage>>;
  /** By the folder in the folder of specs. */
  readonly products: Readonly<Record<string, CachedProduct>>;
}

/** What builds leave in files. They can be removed at any time: the next build then makes everything. */
export interface BuildCache {
  /** Nothing where there was no build, or its files are not whole. Throws where they cannot be read. */
  readonly record: () => BuildRecord | undefined;
  readonly details: () => BuildDetails | undefined;
  /** The operations, one line of JSON each. */
  readonly operations: () => Buffer;
  /** Changes with each build that has left something. */
  readonly version: () => string;
  /** Gives the files that are to be written, with the output of the build. */
  readonly save: (
    known: {
      readonly record: BuildRecord;
      readonly details: BuildDetails;
      readonly operations: Buffer;
    },
    put: (path: string, content: string | Uint8Array) => void,
  ) => void;
}

/** Opens what builds leave behind in a folder of packages. */
export function openCache(output: string): BuildCache {
  const folder = join(output, cacheFolder);
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
    record: () => parse("record.json") as BuildRecord | undefined,
    details: () => parse("details.json") as BuildDetails | undefined,
    operations: () => read("operations.jsonl") ?? Buffer.alloc(0),
    version() {
      const found = statSync(place("record.json"), { throwIfNoEntry: false });
      return found === undefined ? "" : [found.ino, found.mtimeMs, found.size].join();
    },
    save({ record, details, operations }, put) {
      // A link here leads to files that are none of a build's.
      if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(folder);
      put(place(".gitignore"), "*\n");
      put(place("operations.jsonl"), operations);
      put(place("details.json"), JSON.stringify(details));
      put(place("record.json"), JSON.stringify(record));
    },
  };
}

/** A cache of pages in files, and what the next build can read of it. */
export interface FiledPageCache extends PageCache {
  /** The operations, one line of JSON each. */
  readonly bytes: () => Buffer;
}

const lineEnd = 0x0a;

/** Opens what `bytes` gave, with the pages of the same build. */
export function openPageCache(
  pages: BuildDetails["pages"] | undefined,
  earlier: Buffer,
): FiledPageCache {
  const lines: Buffer[] = [];
  let starts: number[] | undefined;
  const lineAt = (number: number): Buffer => {
    starts ??= startsOf(earlier);
    const start = starts[number];
    const end = starts[number + 1];
    if (start === undefined || end === undefined) throw new Error(`no operation ${number}`);
    return earlier.subarray(start, end);
  };
  const keep = (line: Buffer) => lines.push(line) - 1;
  return {
    find: (file) => (pages && Object.hasOwn(pages, file) ? pages[file] : undefined),
    keep: (operation) => keep(Buffer.from(`${JSON.stringify(operation)}\n`)),
    keepEarlier: (number) => keep(lineAt(number)),
    read: (number) => JSON.parse(lineAt(number).toString()) as Operation,
    bytes: () => Buffer.concat(lines),
  };
}

function startsOf(bytes: Buffer): number[] {
  const starts = [0];
  for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}
