import type { StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { OperationSummary } from "../emit/summarize.ts";
import type { OwnNames } from "../model/open-names.ts";
import type { OperationNames } from "../model/rebuild-operation.ts";

/** A package, as a build reports it. Paths are relative to the project. */
export interface BuiltPackage {
  /** The package's folder. */
  readonly folder: string;
  /** The folder of its specs. */
  readonly specs: string;
  readonly operations: number;
}

/** A product's version as an earlier run made it. */
export interface CachedProduct extends CachedPackage {
  /** Digest of everything that it depends on. */
  readonly key: string;
  readonly built: BuiltPackage;
  readonly diagnostics: readonly StoredDiagnostic[];
}

/** A package as an earlier run made it. */
export interface CachedPackage {
  /** Digest of what it depends on besides what its operations say. */
  readonly fingerprint: string;
  /** The names that it has once. */
  readonly names: OwnNames;
  /** In the order of the package. */
  readonly operations: readonly CachedOperation[];
}

/** An operation in its package. */
export interface CachedOperation extends OperationNames {
  /** Digest of what the operation says, corrections included. */
  readonly key: string;
  /** What the files that the package has once show of it. */
  readonly summary: OperationSummary;
}
