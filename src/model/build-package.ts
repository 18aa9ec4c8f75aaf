import type { Operation } from "../spec/operation.ts";
import { folderName, type Product } from "../spec/product.ts";
import { buildOperation } from "./build-operation.ts";
import { openNames, type OwnNames } from "./open-names.ts";
import type { PackageModel } from "./package-model.ts";

/**
 * Builds the model of a package: chooses all names and resolves all references.
 *
 * `taken` are the names that the runtime already uses.
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

/** The metadata of a package, with all defaults. */
export function describePackage(
  product: Product,
): Omit<PackageModel, keyof OwnNames | "operations"> {
  return {
    name: product.package ?? folderName(product),
    version: product.packageVersion ?? "0.1.0",
    description: product.description ?? `Client for ${product.product} ${product.version}`,
    product: product.product,
    apiVersion: product.version,
    ...(product.endpoint === undefined ? {} : { endpoint: product.endpoint }),
    tests: product.tests ?? false,
  };
}
