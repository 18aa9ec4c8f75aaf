import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import type { Project } from "../config/project.ts";
import { addAll } from "../diagnostics/add-all.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { restoreDiagnostics } from "../diagnostics/stored-diagnostic.ts";
import type { AppliedAction } from "../spec/apply-overlays.ts";
import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";
import { folderName } from "../spec/product.ts";
import { findProductFolders, otherProductFolders, unusedSpecs } from "./find-product-folders.ts";
import { listProductFiles } from "./list-product-files.ts";
import { loadProduct, readPagedSpec } from "./load-product.ts";

/** A product version with all its operations. */
export interface ReadProduct {
  /** The folder of its specs. */
  readonly folder: string;
  /** Missing if the folder has an error. */
  readonly product?: Product;
  /** Sorted by name, with overlays applied. */
  readonly operations: readonly Operation[];
  readonly applied: readonly AppliedAction[];
}

/** Loads the products at the given paths: folders of one product version each, or folders of those. */
export async function loadProducts(
  paths: readonly string[],
  project: Pick<Project, "packages" | "tests" | "limits">,
  diagnostics: Diagnostic[],
): Promise<ReadProduct[]> {
  const products: ReadProduct[] = [];
  for (const folder of findProductFolders(paths, diagnostics)) {
    const applied: AppliedAction[] = [];
    const keep = (one: AppliedAction) => applied.push(one);
    const options = { project, applied: keep };
    const { product, operations } = await loadProduct(folder, options, diagnostics);
    const read = operations.map((operation) => operation.read());
    products.push({
      folder,
      ...(product === undefined ? {} : { product }),
      operations: read,
      applied,
    });
  }
  return products;
}

/** Returns the configured folders of specs, and reports the others as unused. */
export function configuredSpecs(project: Project, diagnostics: Diagnostic[]): string[] {
  const { specs, root } = project;
  const { configured, others } = sortProductFolders(project);
  addAll(diagnostics, restoreDiagnostics(unusedSpecs(project, others), root));
  // A product without specs is reported when its folder is searched.
  const named = project.sources.flatMap(({ only }) => (only ? folderName(only) : []));
  const names = [...new Set([...configured, ...named])].sort();
  return names.length === 0 ? [specs] : names.map((name) => join(specs, name));
}

/**
 * Divides the folders with specs into configured ones and others. Pages are not read. Specs belong
 * to an entry without a product if one of their pages lies in its folder.
 */
function sortProductFolders(project: Pick<Project, "specs" | "sources" | "limits">): {
  readonly configured: readonly string[];
  readonly others: readonly string[];
} {
  const { specs, sources } = project;
  const all = otherProductFolders(project, []);
  const open = sources.flatMap(({ only, pages }) =>
    only === undefined ? pages.map(({ path }) => path) : [],
  );
  // If the pages are missing altogether, the owner of these specs is unknown.
  if (open.some((path) => path === specs || !existsSync(path))) {
    return { configured: all, others: [] };
  }
  const named = new Set(sources.flatMap(({ only }) => (only ? folderName(only) : [])));
  const hasPage = (name: string) =>
    listProductFiles(join(specs, name)).specs.some((spec) => {
      const page = readPagedSpec(spec, project)?.page;
      const isIn = (folder: string) => page === folder || page?.startsWith(folder + sep) === true;
      return page !== undefined && existsSync(page) && open.some(isIn);
    });
  const isConfigured = (name: string) => named.has(name) || (open.length > 0 && hasPage(name));
  const configured = all.filter(isConfigured);
  return { configured, others: all.filter((name) => !configured.includes(name)) };
}
