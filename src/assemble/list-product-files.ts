import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files of a product's folder that people write, and the specs in it. Paths are absolute, sorted. */
export interface ProductFiles {
  /** `product.yaml` and the overlays, as far as there are any. */
  readonly written: readonly string[];
  readonly specs: readonly string[];
  /** Folders that are there and cannot be listed. */
  readonly unlisted: readonly { readonly path: string; readonly reason: string }[];
}

/** Lists the folder of a product's version. */
export function listProductFiles(folder: string): ProductFiles {
  const unlisted: { path: string; reason: string }[] = [];
  const yaml = (inner: string) => {
    const path = join(folder, inner);
    try {
      const names = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
      return names.sort().map((name) => join(path, name));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT") unlisted.push({ path, reason: message });
      return [];
    }
  };
  const product = yaml("").filter((path) => path === join(folder, "product.yaml"));
  const written = [...product, ...yaml("overlays")];
  return { written, specs: yaml("operations"), unlisted };
}
