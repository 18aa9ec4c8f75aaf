import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files of a product's folder that people write, and the specs in it. Paths are absolute, sorted. */
export interface HomeFiles {
  /** `product.yaml` and the overlays, as far as there are any. */
  readonly written: readonly string[];
  readonly specs: readonly string[];
}

/** Lists the folder of a product's version. */
export function listHomeFiles(folder: string): HomeFiles {
  const yaml = (inner: string) =>
    namesIn(join(folder, inner))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => join(folder, inner, name));
  return {
    written: [
      ...yaml("").filter((path) => path === join(folder, "product.yaml")),
      ...yaml("overlays"),
    ],
    specs: yaml("operations"),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    // What cannot be listed is not taken for what is gone.
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
}
