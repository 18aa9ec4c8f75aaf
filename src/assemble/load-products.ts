import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { AppliedAction } from "../spec/apply-overlays.ts";
import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";
import { findProductFolders } from "./find-product-folders.ts";
import { loadProduct } from "./load-product.ts";

/** A product's version with all its operations read. */
export interface ReadProduct {
  /** The folder of its specs. */
  readonly folder: string;
  /** Missing where something in the folder is wrong. */
  readonly product?: Product;
  /** In the order of their names, with all overlays applied. */
  readonly operations: readonly Operation[];
  readonly applied: readonly AppliedAction[];
}

/** Reads the products that paths name: folders of one product and version each, or folders of those. */
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
