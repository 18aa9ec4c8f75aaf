import { relative, resolve } from "node:path";
import type { Project } from "../config/project.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { storeDiagnostic, type StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import type { Materials } from "../emit/materials.ts";
import type { WritePlan } from "../output/write-plan.ts";
import { positionsPath } from "../spec/positions.ts";
import { digest, digestFile } from "../text/digest.ts";
import { slashes } from "../text/slashes.ts";
import { listProductFiles } from "./list-product-files.ts";
import { loadProduct, type SpecOperation } from "./load-product.ts";
import { makePackage, type OperationRemoval } from "./make-package.ts";
import { packageFolder } from "./package-folder.ts";
import type { CachedProduct } from "./product-cache.ts";

/** A product version's folder, and its operations from pages. */
export interface ProductTask {
  /** The name of the folder, below the folder of specs. */
  readonly name: string;
  readonly operations: readonly SpecOperation[];
  /** Operations whose pages have errors. */
  readonly broken: readonly string[];
  /** Removed specs, as absolute paths. */
  readonly stale: ReadonlySet<string>;
}

/** The result for a product version. */
export interface MadeProduct {
  /** Missing if the product has never been built without errors; otherwise its package stays. */
  readonly cached?: CachedProduct;
  readonly diagnostics: readonly StoredDiagnostic[];
}

/** Dependencies shared by all products. */
export interface ProductTools {
  readonly project: Project;
  readonly plan: WritePlan;
  /** Digest of docwright itself and of the templates. */
  readonly common: string;
  /** `undefined` if the user's templates are unreadable, which is reported elsewhere. */
  readonly materials: () => Promise<Materials | undefined>;
  /** Says if a package may lose operations. Default: it may, since whoever removed their specs has named them. */
  readonly mayRemove?: (removed: number, of: number) => boolean;
}

/**
 * Builds a package from specs, overlays and `product.yaml` into the plan. An unchanged package is
 * kept.
 */
export async function makeProduct(
  task: ProductTask,
  earlier: CachedProduct | undefined,
  tools: ProductTools,
): Promise<MadeProduct> {
  const { project, plan, common } = tools;
  const folder = resolve(project.specs, task.name);
  const files = listProductFiles(folder);
  const made = new Set(task.operations.map(({ spec }) => spec));
  const others = files.specs.filter((path) => !made.has(path) && !task.stale.has(path));
  for (const path of others) {
    plan.leave(path);
    plan.leave(positionsPath(path));
  }
  const key = digest(
    JSON.stringify([
      common,
      project.packages,
      task.operations.map((one) => [one.action, one.key]),
      task.broken,
      [...files.written, ...others].map((path) => [relative(folder, path), digestFile(path) ?? ""]),
    ]),
  );
  const before = earlier?.built.folder;
  const written = before === undefined ? [] : plan.earlierIn(resolve(project.root, before));
  if (earlier?.key === key && written.every((path) => plan.isIntact(path))) {
    for (const path of written) plan.keep(path);
    return { cached: earlier, diagnostics: earlier.diagnostics };
  }
  const found: Diagnostic[] = [];
  const { product, operations } = await loadProduct(
    folder,
    { project, files, made: task.operations, broken: task.broken, stale: task.stale },
    found,
  );
  const place = product === undefined ? undefined : packageFolder(product, project);
  const isMoved = before !== undefined && resolve(project.root, before) !== place;
  const cached = earlier === undefined || isMoved ? {} : { cached: earlier };
  const result =
    product === undefined || place === undefined
      ? undefined
      : await makePackage(
          { folder: place, product, operations, ...cached },
          { ...tools, ...reportRemovals(tools, found) },
          found,
        );
  const diagnostics = found.map((one) => storeDiagnostic(one, project.root));
  if (result === undefined || place === undefined) {
    for (const path of written) if (!plan.keep(path)) plan.leaveKnown(path);
    // The package's place stays known, but its files must be made again.
    return { ...(earlier === undefined ? {} : { cached: { ...earlier, key: "" } }), diagnostics };
  }
  if (isMoved) for (const path of written) plan.remove(path);
  const built = {
    folder: slashes(relative(project.root, place)),
    specs: slashes(relative(project.root, folder)),
    operations: operations.length,
  };
  return { cached: { ...result, key, built, diagnostics }, diagnostics };
}

/** Reports what packages lose, where nobody has yet. */
function reportRemovals({ mayRemove, project }: ProductTools, diagnostics: Diagnostic[]) {
  if (mayRemove === undefined) return {};
  const removal = ({ folder, names, of }: OperationRemoval): boolean => {
    const may = mayRemove(names.length, of);
    const parameters = { folder: slashes(relative(project.root, folder)), names, of };
    reportPath(folder, may ? "generate/removed" : "generate/removes", parameters, diagnostics);
    return may;
  };
  return { removal };
}
