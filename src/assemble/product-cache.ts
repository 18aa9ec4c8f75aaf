import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { OperationSummary } from "../emit/summarize.ts";
import type { OwnNames } from "../model/open-names.ts";
import type { OperationNames } from "../model/rebuild-operation.ts";

/** A package in a build report. Paths are relative to the project. */
export interface BuiltPackage {
  /** The package's folder. */
  readonly folder: string;
  /** The folder of its specs. */
  readonly specs: string;
  readonly operations: number;
}

/** The cache entry of a product version. */
export interface CachedProduct extends CachedPackage {
  /** Digest of all its inputs. */
  readonly key: string;
  readonly built: BuiltPackage;
  readonly diagnostics: readonly StoredDiagnostic[];
}

/** The cache entry of a package. */
export interface CachedPackage {
  /** Digest of its inputs except the operations. */
  readonly fingerprint: string;
  /** The names of its shared files. */
  readonly names: OwnNames;
  /** In the order of the package. */
  readonly operations: readonly CachedOperation[];
}

/** The cache entry of an operation in its package. */
export interface CachedOperation extends OperationNames {
  /** Digest of the operation, corrections included. */
  readonly key: string;
  /** The operation's part in the shared files of the package. */
  readonly summary: OperationSummary;
}
