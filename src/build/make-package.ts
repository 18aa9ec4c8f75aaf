import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { emitPackage } from "../emit/emit-package.ts";
import type { Materials } from "../emit/emit-package.ts";
import { buildPackage } from "../model/build-package.ts";
import { runtimeNames } from "../model/runtime-names.ts";
import { readOwnership, withManifest } from "../output/manifest.ts";
import type { Product } from "../spec/product.ts";
import { displayPath } from "../text/read-source.ts";
import type { SpecOperation } from "./derive-specs.ts";
import { digest } from "./digest.ts";
import type { Ledger } from "./ledger.ts";
import type { OperationMemory } from "./memory.ts";

/** A package to be made. */
export interface PackagePlan {
  /** Where it is to lie, absolute. */
  readonly folder: string;
  readonly product: Product;
  readonly operations: readonly SpecOperation[];
  /** What is known of the package from the build before, if it lies in the same folder. */
  readonly memory?: PackageMemory;
}

/** What is known of a package. */
export interface PackageMemory {
  /** Digest of what it depends on besides its operations. */
  readonly frame: string;
  /** In the order of the package. */
  readonly operations: readonly OperationMemory[];
}

/** Makes a package's files, into the ledger; nothing, where its folder is not docwright's. */
export async function makePackage(
  { folder, product, operations }: PackagePlan,
  { ledger, materials, common }: { ledger: Ledger; materials: () => Materials; common: string },
  diagnostics: Diagnostic[],
): Promise<PackageMemory | undefined> {
  const { owned, foreign } = await readOwnership(folder);
  if (foreign) {
    const parameters = { folder: displayPath(folder) };
    reportPath(folder, "output/not-generated", parameters, diagnostics);
    return undefined;
  }
  const model = buildPackage(
    product,
    operations.map(({ read }) => read()),
    runtimeNames,
  );
  const files = withManifest(await emitPackage(model, materials()));
  for (const [path, text] of files) ledger.put(join(folder, path), text);
  for (const path of owned) if (!files.has(path)) ledger.remove(join(folder, path));
  const keys = new Map(operations.map(({ action, key }) => [action, key]));
  return {
    frame: digest(JSON.stringify([product, common, [...keys.keys()].sort()])),
    operations: model.operations.map(({ action, claimed, module }) => ({
      action,
      claimed,
      module,
      key: keys.get(action) ?? "",
    })),
  };
}
