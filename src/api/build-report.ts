import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** The result of a build. Paths are absolute. */
export interface BuildReport {
  /** True without errors: all operations match their pages. */
  readonly ok: boolean;
  /** The packages; empty if the build could not start or could not write. */
  readonly packages: readonly BuiltPackage[];
  /** The outcome of each page; empty if the build could not start. */
  readonly pages: readonly PageOutcome[];
  /** True if nothing has changed since the last build, so nothing was made. */
  readonly upToDate: boolean;
  /** New and changed files. */
  readonly written: readonly string[];
  /** Files removed because no step produces them now. */
  readonly removed: readonly string[];
  /** The number of unchanged files. */
  readonly unchanged: number;
  /** Files that were read, and folders whose new files would be read. Watch these. */
  readonly inputs: readonly string[];
  /** Diagnostics of pages, overlays, templates and the configuration. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A package of a project. */
export interface BuiltPackage {
  /** The package's folder, absolute. */
  readonly folder: string;
  /** The folder of its specs, absolute. */
  readonly specs: string;
  /** The number of its operations. */
  readonly operations: number;
}
