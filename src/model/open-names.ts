import type { Product } from "../spec/product.ts";
import { camelCase, pascalCase } from "../words/case.ts";
import { NameTable, reservedWords } from "./name-table.ts";

/** Names that Windows does not give to files, and that the modules of operations could have. */
const deviceNames = ["aux", "con", "nul", "prn"];

/** The names of what a package has once. */
export interface OwnNames {
  /** The client class. */
  readonly client: string;
  /** The error codes of all operations: a const object and a union type. */
  readonly errorCode: string;
  /** The function that tells whether an error has one of them. */
  readonly errorGuard: string;
}

/** The names of a package before those of single operations. */
export interface PackageNames {
  /** What the package exports. */
  readonly names: NameTable;
  /** File names of the operations. */
  readonly modules: NameTable;
  readonly own: OwnNames;
  /** The function of each operation, in the order of the package, which is that of their names. */
  readonly functions: ReadonlyMap<string, string>;
}

/** Chooses the names that a package has whatever its operations are like. `taken` are the runtime's. */
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
  // Functions come first: their names are what users look for, so nothing may take them.
  const functions = new Map(
    [...actions]
      .sort((a, b) => (a < b ? -1 : 1))
      .map((action) => [action, names.claim(camelCase(action), `${camelCase(action)}_`)]),
  );
  return { names, modules, own, functions };
}
