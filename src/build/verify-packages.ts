import { join, resolve } from "node:path";
import { loadProduct } from "../assemble/load-product.ts";
import type { BuiltPackage } from "../assemble/product-cache.ts";
import type { SampleCounts } from "../check/sample-fault.ts";
import { locatePage } from "../config/locate-page.ts";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportLine } from "../diagnostics/create-reporter.ts";
import { restoreDiagnostics, storeDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { BuildResult } from "./build.ts";
import { openCheckCache, type CheckedPackage, type CheckResult } from "./check-cache.ts";

/** Diagnostics of packages, and sample counts by package folder. */
export interface PackagesVerified {
  readonly diagnostics: readonly Diagnostic[];
  readonly samples: ReadonlyMap<string, SampleCounts>;
}

/**
 * Compiles packages and tests the samples of their pages. Results are cached until the package
 * changes, because the compiler loads and runs slowly.
 */
export async function verifyPackages(
  project: Project,
  packages: readonly BuiltPackage[],
  { outputs, fresh }: Pick<BuildResult, "outputs" | "fresh">,
): Promise<PackagesVerified> {
  const cache = openCheckCache(project.output);
  const results: Record<string, CheckResult> = {};
  for (const built of packages) {
    const key = cache.keyOf(built, outputs);
    const earlier = cache.find(built, outputs);
    results[built.folder] = earlier ?? { key, ...(await verifyPackage(project, built)) };
  }
  if (fresh) cache.save(results);
  const stored = Object.values(results).flatMap(({ diagnostics }) => diagnostics);
  const samples = Object.entries(results).map(
    ([folder, result]) => [folder, result.samples] as const,
  );
  return { diagnostics: restoreDiagnostics(stored, project.root), samples: new Map(samples) };
}

/** Compiles a package and tests the samples of its pages. */
async function verifyPackage(
  project: Project,
  { folder, specs }: BuiltPackage,
): Promise<CheckedPackage> {
  const { checkPackage } = await import("../check/check-package.ts");
  const { buildPackage } = await import("../model/build-package.ts");
  const { runtimeNames } = await import("../model/runtime-names.ts");
  const [place, specFolder] = [resolve(project.root, folder), resolve(project.root, specs)];
  const diagnostics: Diagnostic[] = [];
  // The build reports errors of the folder.
  const { product, operations } = await loadProduct(specFolder, { project }, []);
  if (product === undefined) return { diagnostics: [], samples: noSamples };
  const read = operations.map((operation) => operation.read());
  const { flaws, samples } = await checkPackage(place, buildPackage(product, read, runtimeNames));
  for (const { code, path, line, reason } of flaws) {
    const isOfPage = code === "check/sample" || code === "check/page-sample";
    const file = isOfPage ? (locatePage(path, specFolder, project) ?? path) : join(place, path);
    reportLine(file, line, { code, parameters: { reason } }, diagnostics);
  }
  return { diagnostics: diagnostics.map((one) => storeDiagnostic(one, project.root)), samples };
}

const noSamples: SampleCounts = { seen: 0, passed: 0, page: 0, own: 0, unreadable: 0 };
