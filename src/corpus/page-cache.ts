import type { Identity } from "../config/project.ts";
import type { EvidenceJson } from "../derive/siblings/evidence-json.ts";
import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { Operation } from "../spec/operation.ts";

/**
 * A cache of pages from an earlier run. `extract`, `inspect` and `lint` use none; a build stores
 * one in files.
 */
export interface PageCache {
  /** Returns the entry of a page, by file. It is valid only while the page's digest is unchanged. */
  readonly find: (file: string) => CachedPage | undefined;
  /** Returns the operation of a derivation, by number. */
  readonly read: (number: number) => Operation;
  /** Stores an operation for the next run, and returns its new number. */
  readonly keep: (operation: Operation) => number;
  /** Stores an operation of the earlier run without parsing it, and returns its new number. */
  readonly keepEarlier: (number: number) => number;
}

/** A cached page. */
export interface CachedPage {
  readonly digest: string;
  readonly evidence: EvidenceJson;
  /** Exceeded limits of a page without an operation name; the unread part may name one. */
  readonly errors?: readonly StoredDiagnostic[];
  readonly derivation?: Derivation;
}

/** A page's derived meaning, and its dependencies. */
export interface Derivation {
  /** Digest of the page and its context, except conventions shared by other pages. */
  readonly key: string;
  /** The names looked up on other pages, and the digest of the results. */
  readonly asked: readonly string[];
  readonly answer: string;
  /** The operation's number in the cache; absent if the page has an error. */
  readonly operation?: number;
  /** The operation's product version. */
  readonly of?: Identity;
  readonly diagnostics: readonly StoredDiagnostic[];
  /** Diagnostics of merging other pages into this one. */
  readonly merge?: readonly StoredDiagnostic[];
  /** Limits exceeded after merging, so that no operation results. */
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
