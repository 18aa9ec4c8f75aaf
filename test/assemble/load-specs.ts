import { loadProduct } from "../../src/assemble/load-product.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Operation } from "../../src/spec/operation.ts";
import type { Product } from "../../src/spec/product.ts";
import { defaultLimits, type Limits } from "../../src/text/limits.ts";

/** The product of a folder of specs, without a configuration. */
export async function loadSpecs(
  folder: string,
  limits: Limits = defaultLimits,
): Promise<{
  readonly product?: Product;
  readonly operations: readonly Operation[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const diagnostics: Diagnostic[] = [];
  const project = { packages: [], limits };
  const { operations, ...loaded } = await loadProduct(folder, { project }, diagnostics);
  return { ...loaded, operations: operations.map((one) => one.read()), diagnostics };
}
