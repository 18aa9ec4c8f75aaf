import type { BuiltPackage } from "../../api/built-package.ts";
import { displayPath } from "../../text/read-source.ts";

/** Packages as programs read them: folders relative to where the command runs. */
export function packagesJson(packages: readonly BuiltPackage[]): BuiltPackage[] {
  return packages.map(({ folder, specs, operations }) => ({
    folder: displayPath(folder),
    specs: displayPath(specs),
    operations,
  }));
}
