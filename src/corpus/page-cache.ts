import type { Identity } from "../config/project.ts";
import type { EvidenceJson } from "../derive/siblings/evidence-json.ts";
import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { Operation } from "../spec/operation.ts";

/**
 * What is known of pages from an earlier run. `extract`, `inspect` and `lint` have none; a build keeps one in
 * files.
 */
export interface PageCache {
  /** What is known of a page, by its file. It counts only while the page's digest is the same. */
  readonly find: (file: string) => CachedPage | undefined;
  /** The operation of a derivation, by its number. */
  readonly read: (number: number) => Operation;
  /** Keeps an operation for the next run, and gives its number there. */
  readonly keep: (operation: Operation) => number;
  /** Keeps an operation of the earlier run without reading it. */
  readonly keepEarlier: (number: number) => number;
}

/** What is known of a page. */
export interface CachedPage {
  readonly digest: string;
  readonly evidence: EvidenceJson;
  /** Limits that the page breaks, where it names no operation: the name may stand in the part that was not read. */
  readonly errors?: readonly StoredDiagnostic[];
  readonly derivation?: Derivation;
}

/** What a page meant, and all that this depended on. */
export interface Derivation {
  /** Digest of the page and of what surrounds it, but for what other pages have in common. */
  readonly key: string;
  /** The names that other pages were asked about, and the digest of what they said. */
  readonly asked: readonly string[];
  readonly answer: string;
  /** The operation's number in the cache; nothing where the page has an error. */
  readonly operation?: number;
  /** The product's version that the operation is of. */
  readonly of?: Identity;
  readonly diagnostics: readonly StoredDiagnostic[];
  /** What was reported of merging the operation's other pages into this one. */
  readonly merge?: readonly StoredDiagnostic[];
  /** The limits that the operation breaks with its other pages, so that it is none. */
  readonly beyond?: readonly StoredDiagnostic[];
}

/** No cache: every page is read. */
export const noCache: PageCache = {
  find: () => undefined,
  read: (number) => {
    throw new Error(`no operation ${number}`);
  },
  keep: () => 0,
  keepEarlier: (number) => number,
};
