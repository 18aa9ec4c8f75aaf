import { resolve } from "node:path";
import type { SampleCounts } from "../check/sample-fault.ts";
import type { BuiltPackage } from "../assemble/product-cache.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { build } from "./build.ts";
import { openCheckCache } from "./check-cache.ts";
import { verifyPackages } from "./verify-packages.ts";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Code } from "../diagnostics/registry.ts";
import { reportLine } from "../diagnostics/create-reporter.ts";
import { openComparingWriter, type Difference } from "./writer.ts";

/** The result of a check. */
export interface Checked {
  readonly packages: readonly BuiltPackage[];
  /** The outcome of each page. */
  readonly pages: readonly PageOutcome[];
  readonly differences: readonly Difference[];
  readonly diagnostics: readonly Diagnostic[];
  /** Counts of tested samples, by package folder. */
  readonly samples: ReadonlyMap<string, SampleCounts>;
}

/** Options of a check. */
export interface CheckOptions {
  /** The command that fixes stale output, as a user types it. */
  readonly fix: string;
  /** Skips types and samples. Default: they are checked if nothing is stale. */
  readonly staleOnly?: boolean;
  readonly progress?: Progress;
}

/**
 * Verifies that the files on disk match a build's output. If nothing is stale, it compiles the
 * packages and tests them with the pages' samples. It writes only its cache.
 */
export async function check(
  project: Project,
  { fix, staleOnly = false, progress }: CheckOptions,
): Promise<Checked> {
  const compare = async (force: boolean) => {
    const writer = openComparingWriter();
    const shown = progress === undefined ? {} : { progress };
    const result = await build(project, { writer, force, ...shown });
    return { result, differences: writer.differences() };
  };
  const first = await compare(false);
  const cache = openCheckCache(project.output);
  const isChecked = (built: BuiltPackage) => cache.find(built, first.result.outputs) !== undefined;
  // Code runs only if it was generated from the pages and specs: a cache in a checkout is
  // untrusted.
  const runs = !staleOnly && !first.result.packages.every(isChecked);
  const { result, differences } = runs ? await compare(true) : first;
  const diagnostics = result.diagnostics.map(failWhereSkipped);
  for (const difference of differences) reportStale(difference, fix, diagnostics);
  const packages = result.packages.filter(({ folder }) =>
    differences.every(({ path }) => !path.startsWith(resolve(project.root, folder))),
  );
  const found = staleOnly
    ? undefined
    : await verifyPackages(project, packages, {
        outputs: result.outputs,
        fresh: first.result.fresh && differences.length === 0,
      });
  return {
    packages: result.packages,
    pages: result.pages,
    differences,
    diagnostics: [...diagnostics, ...(found?.diagnostics ?? [])],
    samples: found?.samples ?? new Map(),
  };
}

/** Warnings that fail a check: refused pages and removed operations. */
const skipping: ReadonlySet<Code> = new Set([
  "extract/unnamed-operation",
  "extract/empty-page",
  "extract/lost-operation",
  "extract/no-pages",
  "config/unused-specs",
  "build/removed",
]);

function failWhereSkipped(diagnostic: Diagnostic): Diagnostic {
  return skipping.has(diagnostic.code) ? { ...diagnostic, severity: "error" } : diagnostic;
}

const how: Readonly<Record<Difference["kind"], string>> = {
  missing: "it is missing",
  changed: "it differs from this line on",
  stale: "nothing makes it any more",
};

function reportStale(
  { path, kind, texts }: Difference,
  command: string,
  diagnostics: Diagnostic[],
): void {
  const line = kind === "changed" && texts !== undefined ? firstLine(texts) : 1;
  const parameters = { how: how[kind], command };
  reportLine(path, line, { code: "check/stale", parameters }, diagnostics);
}

function firstLine({ old = "", new: text = "" }: NonNullable<Difference["texts"]>): number {
  const [lines, wanted] = [old.split("\n"), text.split("\n")];
  const at = wanted.findIndex((line, index) => line !== lines[index]);
  return (at === -1 ? wanted.length : at) + 1;
}
