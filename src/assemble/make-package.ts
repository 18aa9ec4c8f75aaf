import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import { emitOperation } from "../emit/emit-operation.ts";
import { emitPackage } from "../emit/emit-package.ts";
import { emitShared } from "../emit/emit-shared.ts";
import type { Materials } from "../emit/materials.ts";
import { pickTemplates } from "../emit/pick-templates.ts";
import { summarize } from "../emit/summarize.ts";
import { buildPackage } from "../model/build-package.ts";
import { describePackage } from "../model/describe-package.ts";
import type { OwnNames } from "../model/open-names.ts";
import type { OperationModel } from "../model/package-model.ts";
import { rebuildOperation } from "../model/rebuild-operation.ts";
import { runtimeNames } from "../model/runtime-names.ts";
import { manifestName, readOwnership, withManifest } from "../output/manifest.ts";
import type { Product } from "../spec/product.ts";
import { displayPath } from "../text/read-source.ts";
import type { SpecOperation } from "../build/derive-specs.ts";
import { digest } from "../text/digest.ts";
import type { Ledger } from "../build/ledger.ts";
import type { OperationMemory } from "../build/memory.ts";

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
  /** Digest of what it depends on besides what its operations say. */
  readonly frame: string;
  readonly names: OwnNames;
  /** In the order of the package. */
  readonly operations: readonly OperationMemory[];
}

interface Tools {
  readonly ledger: Ledger;
  /** Nothing where the templates of the user's cannot be read, which is said elsewhere. */
  readonly materials: () => Promise<Materials | undefined>;
  /** Digest of docwright itself and of the templates. */
  readonly common: string;
}

/** Makes a package's files, into the ledger; nothing, where its folder is not docwright's. */
export async function makePackage(
  plan: PackagePlan,
  tools: Tools,
  diagnostics: Diagnostic[],
): Promise<PackageMemory | undefined> {
  const { folder, product, operations, memory } = plan;
  const frame = digest(
    JSON.stringify([product, tools.common, operations.map(({ action }) => action).sort()]),
  );
  const mended = memory?.frame === frame ? await mendPackage(plan, memory, tools) : undefined;
  if (mended !== undefined) return mended;

  const materials = await tools.materials();
  if (materials === undefined) return undefined;
  const { owned, foreign } = await readOwnership(folder);
  if (foreign) {
    const parameters = { folder: displayPath(folder) };
    reportPath(folder, "output/not-generated", parameters, diagnostics);
    return undefined;
  }
  const read = operations.map((operation) => operation.read());
  const model = buildPackage(product, read, runtimeNames);
  const files = await emitPackage(model, materials, diagnostics);
  // A template of the user's may have failed: then nothing of the package is written.
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  for (const [path, text] of withManifest(files)) tools.ledger.put(join(folder, path), text);
  const left = owned.filter((path) => !files.has(path) && path !== manifestName);
  for (const path of left) tools.ledger.remove(join(folder, path));
  const keys = new Map(operations.map(({ action, key }) => [action, key]));
  return {
    frame,
    names: { client: model.client, errorCode: model.errorCode, errorGuard: model.errorGuard },
    operations: model.operations.map((operation) => ({
      action: operation.action,
      claimed: operation.claimed,
      module: operation.module,
      summary: summarize(operation),
      key: keys.get(operation.action) ?? "",
    })),
  };
}

/** The same package with only those operations emitted anew that have changed; nothing, where that is not enough. */
async function mendPackage(
  { folder, product, operations }: PackagePlan,
  memory: PackageMemory,
  { ledger, materials }: Tools,
): Promise<PackageMemory | undefined> {
  const { frame, names } = memory;
  const earlier = ledger.earlierIn(folder);
  if (!earlier.every((path) => ledger.isIntact(path))) return undefined;
  const wanted = new Map(operations.map((one) => [one.action, one]));
  const models = new Map<string, OperationModel>();
  for (const { action, key } of memory.operations) {
    const operation = wanted.get(action);
    if (operation === undefined || operation.key === key) continue;
    const model = rebuildOperation(product, operation.read(), memory.operations, runtimeNames);
    if (model === undefined) return undefined;
    models.set(action, model);
  }
  const known = memory.operations.map((one): OperationMemory => {
    const model = models.get(one.action);
    if (model === undefined) return one;
    const key = wanted.get(one.action)?.key ?? "";
    return { ...one, key, summary: summarize(model) };
  });
  const files = new Map<string, string>();
  const add = (more: ReadonlyMap<string, string>) => {
    for (const [path, text] of more) files.set(join(folder, path), text);
  };
  const found: Diagnostic[] = [];
  for (const model of models.values()) {
    const read = await materials();
    if (read === undefined) return undefined;
    add(await emitOperation(model, pickTemplates(read, describePackage(product)), found));
  }
  const summaries = (list: readonly OperationMemory[]) => list.map(({ summary }) => summary);
  if (JSON.stringify(summaries(known)) !== JSON.stringify(summaries(memory.operations))) {
    const shared = { ...describePackage(product), ...names, operations: summaries(known) };
    const read = await materials();
    if (read === undefined) return undefined;
    add(await emitShared(shared, pickTemplates(read, shared), found));
  }
  // What a template of the user's has to say is said by making the package as a whole.
  if (found.length > 0) return undefined;
  for (const path of earlier) if (!files.has(path)) ledger.keep(path);
  for (const [path, text] of files) ledger.put(path, text);
  return { frame, names, operations: known };
}
