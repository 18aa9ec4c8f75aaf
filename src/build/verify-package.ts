import { join, resolve } from "node:path";
import { checkPackage } from "../check/check-package.ts";
import type { SampleCounts } from "../check/sample-fault.ts";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportLine } from "../diagnostics/report-line.ts";
import { buildPackage } from "../model/build-package.ts";
import { runtimeNames } from "../model/runtime-names.ts";
import { loadProduct } from "../assemble/load-product.ts";
import { toFinding, type Finding } from "../diagnostics/stored-diagnostic.ts";
import type { BuiltPackage } from "./memory.ts";

/** What was found in a package. */
export interface Verified {
  readonly findings: readonly Finding[];
  readonly samples: SampleCounts;
}

/** Compiles a package, and holds it against the samples of its pages. */
export async function verifyPackage(
  { root, limits }: Pick<Project, "root" | "limits">,
  { folder, specs }: BuiltPackage,
): Promise<Verified> {
  const [place, specFolder] = [resolve(root, folder), resolve(root, specs)];
  const diagnostics: Diagnostic[] = [];
  const { product, operations } = await loadProduct(specFolder, limits);
  if (product === undefined) return { findings: [], samples: noSamples };
  const model = buildPackage(product, operations, runtimeNames);
  const { flaws, samples } = await checkPackage(place, model);
  for (const { code, path, line, reason } of flaws) {
    const isOfPage = code === "check/sample" || code === "check/page-sample";
    const file = join(isOfPage ? specFolder : place, path);
    reportLine(file, line, { code, parameters: { reason } }, diagnostics);
  }
  return { findings: diagnostics.map((one) => toFinding(one, root)), samples };
}

const noSamples: SampleCounts = { seen: 0, passed: 0, page: 0, own: 0, unreadable: 0 };
