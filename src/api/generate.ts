import { addAll } from "../diagnostics/add-all.ts";
import { resolve, sep } from "node:path";
import { findProductFolders } from "../assemble/find-product-folders.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { buildProject } from "./build-project.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** Which specs packages are made of, and where they go. Relative paths begin at `folder`. */
export interface GenerateOptions extends Pick<
  ProjectOptions,
  "folder" | "config" | "templates" | "tests" | "limits"
> {
  /** Folders of one product and version each, or folders of those. Default: as configured, else `specs`. */
  readonly specs?: readonly string[];
  /** Folder of packages. Default: as configured, else `generated`. */
  readonly out?: string;
  /**
   * Removes operations whose specs are gone, however many they are. Default: a package that would lose more than a
   * tenth of its operations stays as it is, and that is an error.
   */
  readonly prune?: boolean;
  /** Told how far it is. */
  readonly progress?: Progress;
}

/** A package that was made. Paths are absolute. */
export interface GeneratedPackage {
  readonly folder: string;
  /** How many operations it has. */
  readonly operations: number;
  /** Files that are new or have changed. */
  readonly written: readonly string[];
  /** Files that nothing makes any more. */
  readonly removed: readonly string[];
  /** How many files are as they were. */
  readonly unchanged: number;
}

/** What has been made of specs. */
export interface GenerateReport {
  /** No finding is an error: every product has its package. */
  readonly ok: boolean;
  readonly packages: readonly GeneratedPackage[];
  /** What is wrong with specs, overlays and templates. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Specs, with overlays applied → packages: what `docwright generate` does. It is a build that starts at specs, with
 * the same configuration. A product with an error in its specs or overlays gets no package, and the one that it
 * had stays. A folder that holds files of others is left alone.
 *
 * @param options Which specs to take. Default: what is configured where the process runs.
 * @example
 * ```ts
 * import { generate } from "docwright";
 *
 * const { ok, packages } = await generate({ specs: ["specs"], out: "packages" });
 * console.log(ok, packages.map(({ operations }) => operations));
 * ```
 */
export async function generate({
  specs,
  out,
  prune = false,
  progress,
  ...options
}: GenerateOptions = {}): Promise<GenerateReport> {
  const opened = await openProject({ ...options, ...(out === undefined ? {} : { output: out }) });
  const diagnostics: Diagnostic[] = [];
  const { configuredSpecs } = await import("../assemble/load-products.ts");
  const within = (path: string) => resolve(options.folder ?? "", path);
  const paths =
    specs?.map(within) ?? (opened.project ? configuredSpecs(opened.project, diagnostics) : []);
  const folders = findProductFolders(paths, diagnostics);
  const report = await buildProject(opened, {
    steps: "packages",
    folders,
    prune,
    ...(progress === undefined ? {} : { progress }),
  });
  addAll(diagnostics, report.diagnostics);
  const packages = report.packages.map(({ folder, operations }): GeneratedPackage => {
    const ofPackage = (files: readonly string[]) =>
      files.filter((path) => path.startsWith(folder + sep));
    const written = ofPackage(report.written);
    const unchanged = ofPackage(report.outputs).length - written.length;
    return { folder, operations, written, removed: ofPackage(report.removed), unchanged };
  });
  return { ok: isFine(diagnostics), packages, diagnostics };
}
