import type { Difference } from "../build/writer.ts";
import type { SampleCounts } from "../check/sample-fault.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { displayPath } from "../text/read-source.ts";
import { placePackages } from "./build-project.ts";
import type { BuiltPackage } from "./build-report.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** What to check, and how far. */
export interface CheckOptions extends ProjectOptions {
  /** Leaves out types and samples. Default: they are checked where nothing is stale. */
  readonly staleOnly?: boolean;
  /** Samples that contradict their own page are warnings. Default: they are errors. */
  readonly toleratePages?: boolean;
  /** The command that messages name to bring all up to date. Default: `docwright build`. */
  readonly fix?: string;
  /** Told how far it is; not at all where nothing has changed. */
  readonly progress?: Progress;
}

/** How a file on disk differs from what a build would write. */
export interface StaleFile {
  /** Absolute. */
  readonly path: string;
  /** It is not there, it says something else, or nothing makes it any more. */
  readonly kind: "missing" | "changed" | "stale";
  /** A unified diff, as `patch -p1` takes it where the process runs. Only of the first hundred. */
  readonly diff?: string;
}

/** A package, and how the samples of its pages fared with it. */
export interface CheckedPackage extends BuiltPackage {
  /** Missing where they were not looked at: the package is stale, or `staleOnly` was asked for. */
  readonly samples?: SampleCounts;
}

/** What a check has found. */
export interface CheckReport {
  /** All is up to date, compiles, and makes of the samples of its pages what it should. */
  readonly ok: boolean;
  readonly packages: readonly CheckedPackage[];
  /** What became of each page. */
  readonly pages: readonly PageOutcome[];
  /** What a build would change. */
  readonly differences: readonly StaleFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Holds what is on disk against what a build would write: what `docwright check` does. Where nothing is
 * stale, it holds the packages against the compiler and the samples of their pages. It writes nothing but
 * what it remembers of that, beside the packages.
 *
 * @param options What to check. Default: what is configured where the process runs.
 * @example
 * A test that fails when somebody has changed a page and not the package:
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
