import type { Product } from "../spec/product.ts";
import { camelCase, pascalCase } from "../words/case.ts";
import { NameTable, reservedWords } from "./name-table.ts";

/** Names that Windows reserves for devices, and that a module of an operation could have. */
const deviceNames = ["aux", "con", "nul", "prn"];

/** The names that a package has once. */
export interface OwnNames {
  /** The client class. */
  readonly client: string;
  /** The error codes of all operations: a constant and a union type. */
  readonly errorCode: string;
  /** The type guard for errors with one of these codes. */
  readonly errorGuard: string;
}

/** The names of a package before those of single operations are chosen. */
export interface PackageNames {
  /** Names that the package exports. */
  readonly names: NameTable;
  /** File names of the operations. */
  readonly modules: NameTable;
  readonly own: OwnNames;
  /** The function of each operation, in the order of the package, which is sorted by operation. */
  readonly functions: ReadonlyMap<string, string>;
}

/**
 * Chooses the names of a package that do not depend on its operations' content.
 *
 * `taken` are the names that the runtime already uses.
 */
export function openNames(
  { product }: Pick<Product, "product">,
  actions: readonly string[],
  taken: readonly string[],
): PackageNames {
  const names = new NameTable({ taken: [...reservedWords, ...taken] });
  const modules = new NameTable({ taken: deviceNames, ignoreCase: true });
  const prefix = pascalCase(product);
  const own = {
    client: names.claim(`${prefix}Client`),
    errorCode: names.claim(`${prefix}ErrorCode`),
    errorGuard: names.claim(`is${prefix}Error`),
  };
  // Functions come first, because users look for their names.
  const functions = new Map(
    [...actions]
      .sort((a, b) => (a < b ? -1 : 1))
      .map((action) => [action, names.claim(camelCase(action), `${camelCase(action)}_`)]),
  );
  return { names, modules, own, functions };
}
