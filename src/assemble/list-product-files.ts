import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The manual files and the specs of a product folder. Paths are absolute and sorted. */
export interface ProductFiles {
  /** `product.yaml` and the overlays, if they exist. */
  readonly written: readonly string[];
  readonly specs: readonly string[];
  /** The files with the source lines of the specs. */
  readonly positions: readonly string[];
  /** Existing folders that cannot be listed. */
  readonly unlisted: readonly { readonly path: string; readonly reason: string }[];
}

/** Lists the folder of a product version. */
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
