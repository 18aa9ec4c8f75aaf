import { resolve } from "node:path";
import type { BuiltPackage } from "./built-package.ts";

/** Packages whose folders are relative to a project's, with absolute ones. */
export function placePackages(packages: readonly BuiltPackage[], root: string): BuiltPackage[] {
  return packages.map(({ folder, specs, operations }) => ({
    folder: resolve(root, folder),
    specs: resolve(root, specs),
    operations,
  }));
}
