import { basename, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import { emitOperation } from "../emit/emit-operation.ts";
import { emitPackage, emitShared } from "../emit/emit-package.ts";
import { pickTemplates, type Materials } from "../emit/materials.ts";
import { summarize } from "../emit/summarize.ts";
import { buildPackage, describePackage } from "../model/build-package.ts";
import type { OperationModel } from "../model/package-model.ts";
import { rebuildOperation } from "../model/rebuild-operation.ts";
import { runtimeNames } from "../model/runtime-names.ts";
import { manifestName, readOwnership, withManifest } from "../output/manifest.ts";
import type { WritePlan } from "../output/write-plan.ts";
import type { Product } from "../spec/product.ts";
import { displayPath } from "../text/read-source.ts";
import { digest } from "../text/digest.ts";
import { findRemovedOperations } from "./find-removed-operations.ts";
import type { SpecOperation } from "./load-product.ts";
import type { CachedOperation, CachedPackage } from "./product-cache.ts";

/** A package to make. */
export interface PackagePlan {
  /** The absolute destination folder. */
  readonly folder: string;
  readonly product: Product;
  readonly operations: readonly SpecOperation[];
  /** The package's cache entry from the last build, if the folder is the same. */
  readonly cached?: CachedPackage;
}

interface Tools {
  readonly plan: WritePlan;
  /** `undefined` if the user's templates are unreadable, which is reported elsewhere. */
  readonly materials: () => Promise<Materials | undefined>;
  /** Digest of docwright itself and of the templates. */
  readonly common: string;
  /**
   * Reports the operations that the package loses for want of a spec. Returns false where they are too many to go.
   * Default: they go without a word, since whoever removed their specs has named them.
   */
  readonly removal?: (removal: OperationRemoval) => boolean;
}

/** Operations of a package that have no spec any more. */
export interface OperationRemoval {
  /** The package's folder, absolute. */
  readonly folder: string;
  readonly names: readonly string[];
  /** The number of operations that the package had. */
  readonly of: number;
}

/** Adds a package's files to the write plan; `undefined` if docwright does not own its folder. */
export async function makePackage(
  plan: PackagePlan,
  tools: Tools,
  diagnostics: Diagnostic[],
): Promise<CachedPackage | undefined> {
  const { folder, product, operations, cached } = plan;
  const fingerprint = digest(
    JSON.stringify([product, tools.common, operations.map(({ action }) => action).sort()]),
  );
  const patched =
    cached?.fingerprint === fingerprint ? await patchPackage(plan, cached, tools) : undefined;
  if (patched !== undefined) return patched;

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
  // After an error in a user's template, no file of the package is written.
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const left = owned.filter((path) => !files.has(path) && path !== manifestName);
  if (tools.removal !== undefined) {
    const wanted = new Set(operations.map(({ action }) => action));
    const names = findRemovedOperations(folder, left).filter((name) => !wanted.has(name));
    const modules = new Set(owned.map((path) => basename(path)));
    const kept = model.operations.filter(({ module }) => modules.has(`${module}.ts`)).length;
    const of = kept + names.length;
    if (names.length > 0 && !tools.removal({ folder, names, of })) return undefined;
  }
  for (const [path, text] of withManifest(files)) tools.plan.put(join(folder, path), text);
  for (const path of left) tools.plan.remove(join(folder, path));
  const keys = new Map(operations.map(({ action, key }) => [action, key]));
  return {
    fingerprint,
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

/** Emits only the changed operations of a package; `undefined` if the whole package must be made. */
async function patchPackage(
  { folder, product, operations }: PackagePlan,
  cached: CachedPackage,
  { plan, materials }: Tools,
): Promise<CachedPackage | undefined> {
  const { fingerprint, names } = cached;
  const earlier = plan.earlierIn(folder);
  if (!earlier.every((path) => plan.isIntact(path))) return undefined;
  const wanted = new Map(operations.map((one) => [one.action, one]));
  const models = new Map<string, OperationModel>();
  for (const { action, key } of cached.operations) {
    const operation = wanted.get(action);
    if (operation === undefined || operation.key === key) continue;
    const model = rebuildOperation(product, operation.read(), cached.operations, runtimeNames);
    if (model === undefined) return undefined;
    models.set(action, model);
  }
  const known = cached.operations.map((one): CachedOperation => {
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
  const summaries = (list: readonly CachedOperation[]) => list.map(({ summary }) => summary);
  if (JSON.stringify(summaries(known)) !== JSON.stringify(summaries(cached.operations))) {
    const shared = { ...describePackage(product), ...names, operations: summaries(known) };
    const read = await materials();
    if (read === undefined) return undefined;
    add(await emitShared(shared, pickTemplates(read, shared), found));
  }
  // Diagnostics of a user's template are reported by making the whole package.
  if (found.length > 0) return undefined;
  for (const path of earlier) if (!files.has(path)) plan.keep(path);
  for (const [path, text] of files) plan.put(path, text);
  return { fingerprint, names, operations: known };
}
