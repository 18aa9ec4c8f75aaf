import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";
import { buildOperation } from "./build-operation.ts";
import { describePackage } from "./describe-package.ts";
import { openNames } from "./open-names.ts";
import type { PackageModel } from "./package-model.ts";

/**
 * Chooses every name of a package and resolves every reference in it. `taken` are the names that the
 * package has already: those of its runtime.
 */
export function buildPackage(
  product: Product,
  operations: readonly Operation[],
  taken: readonly string[],
): PackageModel {
  const byAction = new Map(operations.map((operation) => [operation.action, operation]));
  const { names, modules, own, functions } = openNames(product, [...byAction.keys()], taken);
  return {
    ...describePackage(product),
    ...own,
    operations: [...functions].flatMap(([action, functionName]) => {
      const operation = byAction.get(action);
      return operation === undefined
        ? []
        : [buildOperation(operation, { functionName, names, modules })];
    }),
  };
}
