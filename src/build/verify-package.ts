import { join, resolve } from "node:path";
import { checkPackage } from "../check/check-package.ts";
import { checkRequestSample } from "../check/check-request-sample.ts";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportLine } from "../diagnostics/report-line.ts";
import { buildPackage } from "../model/build-package.ts";
import { runtimeNames } from "../model/runtime-names.ts";
import { loadProduct } from "../spec/load-product.ts";
import { toFinding, type Finding } from "./finding.ts";
import type { BuiltPackage } from "./memory.ts";

/** Compiles a package, and holds it against the samples of its pages. */
export async function verifyPackage(
  { root }: Pick<Project, "root">,
  { folder, specs }: BuiltPackage,
): Promise<Finding[]> {
  const [place, specFolder] = [resolve(root, folder), resolve(root, specs)];
  const diagnostics: Diagnostic[] = [];
  const { product, operations } = await loadProduct(specFolder);
  for (const { page, samples, ...operation } of operations) {
    for (const sample of samples.filter(({ kind }) => kind === "request")) {
      for (const reason of checkRequestSample({ page, samples, ...operation }, sample)) {
        const found = { code: "check/sample", parameters: { reason } } as const;
        reportLine(join(specFolder, page), sample.line, found, diagnostics);
      }
    }
  }
  if (product !== undefined) {
    const model = buildPackage(product, operations, runtimeNames);
    for (const { code, path, line, reason } of checkPackage(place, model)) {
      const file = join(code === "check/sample" ? specFolder : place, path);
      reportLine(file, line, { code, parameters: { reason } }, diagnostics);
    }
  }
  return diagnostics.map((one) => toFinding(one, root));
}
