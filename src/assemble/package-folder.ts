import { join } from "node:path";
import type { Identity, Project } from "../config/project.ts";
import { folderName } from "../spec/product.ts";

/**
 * Returns the absolute folder of a product's package: as configured, else named by product and
 * version.
 */
export function packageFolder(of: Identity, { output, packages }: Project): string {
  const settings = packages.find(
    (one) => one.of.product === of.product && one.of.version === of.version,
  );
  return settings?.output ?? join(output, folderName(of));
}
