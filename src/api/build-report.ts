import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** What a build did. Paths are absolute. */
export interface BuildReport {
  /** No finding is an error: every operation is as its page has it now. */
  readonly ok: boolean;
  /** Empty where something kept the build from beginning, or from writing what it made. */
  readonly packages: readonly BuiltPackage[];
  /** What became of each page; empty where something kept the build from beginning. */
  readonly pages: readonly PageOutcome[];
  /** Nothing has changed since the build before, so nothing was made. */
  readonly upToDate: boolean;
  /** Files that are new or have changed. */
  readonly written: readonly string[];
  /** Files that nothing makes any more. */
  readonly removed: readonly string[];
  /** How many files are as they were. */
  readonly unchanged: number;
  /** Files that it has read, and folders where new ones would count: what to watch. */
  readonly inputs: readonly string[];
  /** What is wrong with pages, overlays, templates and the configuration. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A package of a project. */
export interface BuiltPackage {
  /** The package's folder, absolute. */
  readonly folder: string;
  /** The folder of its specs, absolute. */
  readonly specs: string;
  /** How many operations it has. */
  readonly operations: number;
}
