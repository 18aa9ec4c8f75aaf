import { lstatSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPackage, CachedProduct } from "../assemble/product-cache.ts";
import type { CachedPage, PageCache } from "../corpus/page-cache.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { Operation } from "../spec/operation.ts";
import { readFile } from "../text/read-file.ts";

/** The name of the cache folder, below the folder of packages. */
export const cacheFolder = ".docwright";

/**
 * The facts that determine if a project has changed since its last build. Paths are relative to the
 * project.
 */
export interface BuildRecord {
  /** The generator and the project's settings. A difference invalidates everything else. */
  readonly fingerprint: string;
  /** The folders of pages and specs. Output of another project is never removed. */
  readonly sources: string;
  /** Digests of all inputs, by path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Digests of all outputs, by path. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The project's folders below the folder of specs. */
  readonly productFolders: readonly string[];
  readonly packages: readonly BuiltPackage[];
  readonly pages: readonly PageOutcome[];
  readonly diagnostics: readonly StoredDiagnostic[];
}

/** The facts needed for an incremental build. */
export interface BuildDetails {
  /** By page path. */
  readonly pages: Readonly<Record<string, CachedPage>>;
  /** By the folder below the folder of specs. */
  readonly products: Readonly<Record<string, CachedProduct>>;
}

/** The cache files. They may be deleted at any time: the next build then makes everything. */
export interface BuildCache {
  /** `undefined` if the cache is missing or incomplete. Throws if it cannot be read. */
  readonly record: () => BuildRecord | undefined;
  readonly details: () => BuildDetails | undefined;
  /** The operations as JSON lines. */
  readonly operations: () => Buffer;
  /** Changes with each build that saves the cache. */
  readonly version: () => string;
  /** Returns the files to write together with the output. */
  readonly save: (
    known: {
      readonly record: BuildRecord;
      readonly details: BuildDetails;
      readonly operations: Buffer;
    },
    put: (path: string, content: string | Uint8Array) => void,
  ) => void;
}

/** Opens the cache in a folder of packages. */
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
      // A link would lead to files outside the cache.
      if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(folder);
      put(place(".gitignore"), "*\n");
      put(place("operations.jsonl"), operations);
      put(place("details.json"), JSON.stringify(details));
      put(place("record.json"), JSON.stringify(record));
    },
  };
}

/** A page cache in files, with its content for the next build. */
export interface FiledPageCache extends PageCache {
  /** The operations as JSON lines. */
  readonly bytes: () => Buffer;
}

const lineEnd = 0x0a;

/** Opens a page cache from the `bytes` and pages of one build. */
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
