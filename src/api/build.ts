import type { Progress } from "../diagnostics/progress.ts";
import { buildProject } from "./build-project.ts";
import type { BuildReport } from "./build-report.ts";
import { openProject, type ProjectOptions } from "./open-project.ts";

/** Options of {@link build}. */
export interface BuildOptions extends ProjectOptions {
  /** Rebuilds everything, ignoring the cache. Default: only changes are built. */
  readonly force?: boolean;
  /**
   * Removes operations whose pages are gone, in any number. By default an error keeps them if they
   * are more than a tenth of the product's.
   */
  readonly prune?: boolean;
  /** Called with the progress; never if nothing has changed. */
  readonly progress?: Progress;
}

/**
 * Builds changed pages into specs, and specs into packages: `docwright build`. A page with an error
 * fails only its own operation, whose earlier output stays. Output changes completely or not at
 * all.
 *
 * Errors of pages, overlays, templates, the configuration and the disk are diagnostics and never
 * thrown.
 *
 * @param options Options of the build. Default: the configuration of the working directory.
 * @example
 * Builds the project of `docwright.config.*`:
 * ```ts
 * import { build, formatDiagnostic } from "docwright";
 *
 * const { ok, packages, diagnostics } = await build();
 * for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
 * for (const { folder, operations } of packages) console.log(`${folder}: ${operations} operations`);
 * process.exitCode = ok ? 0 : 1;
 * ```
 *
 * @example
 * With a configuration of the program's own:
 * ```ts
 * import { build } from "docwright";
 *
 * const config = { products: [{ pages: "docs" }], output: "packages" };
 * const { written, unchanged } = await build({ config });
 * console.log(`${written.length} written, ${unchanged} unchanged`);
 * ```
 */
export async function build({
  progress,
  prune,
  force,
  ...options
}: BuildOptions = {}): Promise<BuildReport> {
  const steps = {
    ...(progress === undefined ? {} : { progress }),
    ...(prune === undefined ? {} : { prune }),
    ...(force === undefined ? {} : { force }),
  };
  const { outputs, ...report } = await buildProject(await openProject(options), steps);
  return report;
}
