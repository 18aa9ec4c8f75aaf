import type { Progress } from "../diagnostics/progress.ts";
import { buildProject } from "./build-project.ts";
import type { BuildReport } from "./build-report.ts";
import { openProject, type ProjectOptions } from "./open-project.ts";

/** What to build, and who is told how far it is. */
export interface BuildOptions extends ProjectOptions {
  /** Makes everything, whatever the build before left. Default: only what has changed. */
  readonly force?: boolean;
  /**
   * Removes operations whose pages are gone, however many they are. Default: more than a tenth of a product's
   * operations stay, and that is an error.
   */
  readonly prune?: boolean;
  /** Told how far it is; not at all where nothing has changed. */
  readonly progress?: Progress;
}

/**
 * Pages → specs → packages, as far as they have changed: what `docwright build` does. A page with an error
 * fails its own operation: what it made before stays, and the others are built. Output is changed as a
 * whole or not at all. What is wrong with pages, overlays, templates, the configuration or the disk is
 * among the findings; nothing of it is thrown.
 *
 * @param options What to build. Default: what is configured where the process runs.
 * @example
 * Builds what `docwright.config.*` says:
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
