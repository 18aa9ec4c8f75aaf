import { folderName } from "../spec/folder-name.ts";
import type { Product } from "../spec/product.ts";
import type { OwnNames } from "./open-names.ts";
import type { PackageModel } from "./package-model.ts";

/** What a package says of itself, with every default filled in. */
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
