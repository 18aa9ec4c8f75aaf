import type { Identity } from "../config/project.ts";
import type { EvidenceJson } from "../derive/siblings/evidence-json.ts";
import type { OperationSummary } from "../emit/summarize.ts";
import type { OwnNames } from "../model/open-names.ts";
import type { OperationNames } from "../model/rebuild-operation.ts";
import type { Finding } from "./finding.ts";

/** What a build knows of the one before it. All paths are relative to the project. */
export interface Memory {
  /** The generator, and all that the project's settings say: where they differ, nothing else counts. */
  readonly maker: string;
  /** Where pages and specs lay: what another project has written is not this one's to remove. */
  readonly sources: string;
  /** Digest of everything that was read, by path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Digest of everything that was written, by path. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Folders in the folder of specs that belong to the project. */
  readonly homes: readonly string[];
  readonly packages: readonly BuiltPackage[];
  readonly findings: readonly Finding[];
}

/** A package, as the build says it. */
export interface BuiltPackage {
  /** The package's folder. */
  readonly folder: string;
  /** The folder of its specs. */
  readonly specs: string;
  readonly operations: number;
}

/** What is needed to build again what has changed, and only that. */
export interface Details {
  /** By the page's path. */
  readonly pages: Readonly<Record<string, PageMemory>>;
  /** By the folder in the folder of specs. */
  readonly homes: Readonly<Record<string, HomeMemory>>;
}

/** What became of a page. */
export interface PageMemory {
  readonly digest: string;
  readonly evidence: EvidenceJson;
  readonly made?: Derivation;
}

/** What a page meant, and all that this depended on. */
export interface Derivation {
  /** Digest of the page and of what surrounds it, but for what other pages have in common. */
  readonly key: string;
  /** The names that other pages were asked about, and the digest of the answer. */
  readonly asked: readonly string[];
  readonly answer: string;
  /** The operation's number in the store; nothing where the page has an error. */
  readonly operation?: number;
  /** What the operation is of. */
  readonly of?: Identity;
  readonly findings: readonly Finding[];
  /** What the operation has too much of once it has what its other pages add, and so is none. */
  readonly beyond?: readonly Finding[];
}

/** What became of a product's version. */
export interface HomeMemory {
  /** Digest of everything that it depends on. */
  readonly key: string;
  /** Digest of what its package depends on besides what its operations say. */
  readonly frame: string;
  /** What the package has once. */
  readonly names: OwnNames;
  /** In the order of the package. */
  readonly operations: readonly OperationMemory[];
  readonly built: BuiltPackage;
  readonly findings: readonly Finding[];
}

/** What is known of an operation in its package. */
export interface OperationMemory extends OperationNames {
  /** Digest of what the operation says, corrections included. */
  readonly key: string;
  /** What the files that the package has once show of it. */
  readonly summary: OperationSummary;
}
