import { addAll } from "../diagnostics/add-all.ts";
import { resolve, sep } from "node:path";
import { findProductFolders } from "../assemble/find-product-folders.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { buildProject } from "./build-project.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** Options of {@link generate}. Relative paths are resolved against `folder`. */
export interface GenerateOptions extends Pick<
  ProjectOptions,
  "folder" | "config" | "templates" | "tests" | "limits"
> {
  /**
   * Folders of one product version each, or folders of those. Default: as configured, else `specs`.
   */
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

/** A generated package. Paths are absolute. */
export interface GeneratedPackage {
  readonly folder: string;
  /** The number of its operations. */
  readonly operations: number;
  /** New and changed files. */
  readonly written: readonly string[];
  /** Files removed because no step produces them now. */
  readonly removed: readonly string[];
  /** The number of unchanged files. */
  readonly unchanged: number;
}

/** The result of a generation. */
export interface GenerateReport {
  /** True without errors: each product has its package. */
  readonly ok: boolean;
  readonly packages: readonly GeneratedPackage[];
  /** Diagnostics of specs, overlays and templates. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates packages from specs, overlays applied: `docwright generate`. It is a build that starts
 * at specs, with the same configuration. A product with an error in its specs or overlays gets no
 * package; its earlier package stays. A folder with foreign files is not changed.
 *
 * @param options Options of the generation. Default: the configuration of the working directory.
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
