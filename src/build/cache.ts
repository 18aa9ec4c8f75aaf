import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPackage, CachedProduct } from "../assemble/product-cache.ts";
import type { CachedPage } from "../corpus/page-cache.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import { replaceFile } from "./replace-file.ts";

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
  /** Nothing where there was no build, or its files are not whole. */
  readonly record: () => BuildRecord | undefined;
  readonly details: () => BuildDetails | undefined;
  /** The operations, one line of JSON each. */
  readonly operations: () => Buffer;
  readonly save: (record: BuildRecord, details: BuildDetails, operations: Buffer) => void;
  readonly forget: () => void;
}

/** Opens what builds leave behind in a folder of packages. */
export function openCache(output: string): BuildCache {
  const folder = join(output, cacheFolder);
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
  // The details of one build are of no use with the record of another, so the record goes first and comes last.
  const forget = () => {
    rmSync(place("record.json"), { force: true });
  };
  return {
    record: () => parse("record.json") as BuildRecord | undefined,
    details: () => parse("details.json") as BuildDetails | undefined,
    operations: () => read("operations.jsonl") ?? Buffer.alloc(0),
    save(record, details, operations) {
      // A link here leads to files that are none of a build's.
      if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(folder);
      mkdirSync(folder, { recursive: true });
      forget();
      replaceFile(place(".gitignore"), "*\n");
      replaceFile(place("operations.jsonl"), operations);
      replaceFile(place("details.json"), JSON.stringify(details));
      replaceFile(place("record.json.new"), JSON.stringify(record));
      renameSync(place("record.json.new"), place("record.json"));
    },
    forget,
  };
}
