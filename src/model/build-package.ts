import type { Operation } from "../spec/operation.ts";
import { folderName } from "../spec/folder-name.ts";
import type { Product } from "../spec/product.ts";
import { buildOperation } from "./build-operation.ts";
import { camelCase, pascalCase } from "./case.ts";
import { NameTable, reservedWords } from "./name-table.ts";
import type { PackageModel } from "./package-model.ts";

/** Names that Windows does not give to files. */
const deviceNames = ["aux", "con", "nul", "prn"];

/**
 * Chooses every name of a package and resolves every reference in it. `taken` are the names that the
 * package has already: those of its runtime.
 */
export function buildPackage(
  product: Product,
  operations: readonly Operation[],
  taken: readonly string[],
): PackageModel {
  const names = new NameTable({ taken: [...reservedWords, ...taken] });
  const modules = new NameTable({ taken: deviceNames, ignoreCase: true });
  const client = names.claim(`${pascalCase(product.product)}Client`);
  const sorted = [...operations].sort((a, b) => (a.action < b.action ? -1 : 1));
  // Functions come first: their names are what users look for, so nothing may take them.
  const functions = sorted.map(({ action }) =>
    names.claim(camelCase(action), `${camelCase(action)}_`),
  );
  return {
    name: product.package ?? folderName(product),
    version: product.packageVersion ?? "0.1.0",
    description: product.description ?? `Client for ${product.product} ${product.version}`,
    product: product.product,
    apiVersion: product.version,
    ...(product.endpoint === undefined ? {} : { endpoint: product.endpoint }),
    client,
    operations: sorted.map((operation, index) =>
      buildOperation(operation, { functionName: functions[index] ?? "", names, modules }),
    ),
  };
}
