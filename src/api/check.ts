import type { Difference } from "../build/writer.ts";
import type { SampleCounts } from "../check/sample-fault.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { displayPath } from "../text/read-source.ts";
import { placePackages } from "./build-project.ts";
import type { BuiltPackage } from "./build-report.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** Options of {@link check}. */
export interface CheckOptions extends ProjectOptions {
  /** Skips types and samples. Default: they are checked if nothing is stale. */
  readonly staleOnly?: boolean;
  /** Reports samples that contradict their own page as warnings. Default: as errors. */
  readonly toleratePages?: boolean;
  /** The command that messages suggest as the fix. Default: `docwright build`. */
  readonly fix?: string;
  /** Called with the progress; never if nothing has changed. */
  readonly progress?: Progress;
}

/** A difference between a file on disk and a build's output. */
export interface StaleFile {
  /** The absolute path. */
  readonly path: string;
  /** The file is missing, differs, or is no longer produced. */
  readonly kind: "missing" | "changed" | "stale";
  /** A unified diff for `patch -p1` in the working directory. Only for the first hundred files. */
  readonly diff?: string;
}

/** A package, and the results of its samples. */
export interface CheckedPackage extends BuiltPackage {
  /** Missing if samples were not checked: the package is stale, or `staleOnly` is set. */
  readonly samples?: SampleCounts;
}

/** The result of a check. */
export interface CheckReport {
  /** True if all files are current, compile, and agree with the pages' samples. */
  readonly ok: boolean;
  readonly packages: readonly CheckedPackage[];
  /** The outcome of each page. */
  readonly pages: readonly PageOutcome[];
  /** The files that a build would change. */
  readonly differences: readonly StaleFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Verifies that the files on disk match a build's output: `docwright check`. If nothing is stale,
 * it compiles the packages and tests them with the pages' samples. It writes only its cache beside
 * the packages.
 *
 * @param options Options of the check. Default: the configuration of the working directory.
 * @example
 * A test that fails when a page changed and its package did not:
 * ```ts
 * import { check } from "docwright";
 * import { strict as assert } from "node:assert";
 *
 * const { differences } = await check({ staleOnly: true });
 * assert.deepEqual(differences, []);
 * ```
 */
export async function check({
  staleOnly,
  toleratePages = false,
  fix = "docwright build",
  progress,
  ...options
}: CheckOptions = {}): Promise<CheckReport> {
  const { project, diagnostics: faults } = await openProject(options);
  if (project === undefined) {
    return { ok: false, packages: [], pages: [], differences: [], diagnostics: faults };
  }
  const { check: run } = await import("../build/check.ts");
  const found = await run(project, {
    fix,
    ...(staleOnly === undefined ? {} : { staleOnly }),
    ...(progress === undefined ? {} : { progress }),
  });
  const differences = await showChanges(found.differences);
  const diagnostics = toleratePages ? found.diagnostics.map(tolerate) : found.diagnostics;
  return {
    ok: isFine(diagnostics),
    packages: found.packages.map((built) => {
      const [placed = built] = placePackages([built], project.root);
      const samples = found.samples.get(built.folder);
      return samples === undefined ? placed : { ...placed, samples };
    }),
    pages: found.pages,
    differences,
    diagnostics,
  };
}

function tolerate(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.code === "check/page-sample"
    ? { ...diagnostic, severity: "warning" }
    : diagnostic;
}

async function showChanges(differences: readonly Difference[]): Promise<StaleFile[]> {
  if (differences.length === 0) return [];
  const { renderDiff } = await import("../output/render-diff.ts");
  return differences.map(({ path, kind, texts }) => ({
    path,
    kind,
    ...(texts === undefined ? {} : { diff: renderDiff({ path: displayPath(path), ...texts }) }),
  }));
}
