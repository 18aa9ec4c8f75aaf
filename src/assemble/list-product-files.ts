import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files of a product's folder that people write, and the specs in it. Paths are absolute, sorted. */
export interface ProductFiles {
  /** `product.yaml` and the overlays, as far as there are any. */
  readonly written: readonly string[];
  readonly specs: readonly string[];
  /** The files beside them with the lines of their pages. */
  readonly positions: readonly string[];
  /** Folders that are there and cannot be listed. */
  readonly unlisted: readonly { readonly path: string; readonly reason: string }[];
}

/** Lists the folder of a product's version. */
export function listProductFiles(folder: string): ProductFiles {
  const unlisted: { path: string; reason: string }[] = [];
  const list = (inner: string, ending: RegExp) => {
    const path = join(folder, inner);
    try {
      const names = readdirSync(path).filter((name) => ending.test(name));
      return names.sort().map((name) => join(path, name));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT") unlisted.push({ path, reason: message });
      return [];
    }
  };
  const yaml = (inner: string) => list(inner, /\.ya?ml$/);
  const product = yaml("").filter((path) => path === join(folder, "product.yaml"));
  const written = [...product, ...yaml("overlays")];
  const specs = yaml("operations");
  return { written, specs, positions: list("positions", /\.json$/), unlisted };
}
