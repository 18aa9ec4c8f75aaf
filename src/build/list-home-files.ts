import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files of a product's folder that people write, and the specs in it. Paths are absolute, sorted. */
export interface HomeFiles {
  /** `product.yaml` and the overlays, as far as there are any. */
  readonly written: readonly string[];
  readonly specs: readonly string[];
  /** The files beside them with the lines of their pages. */
  readonly positions: readonly string[];
}

/** Lists the folder of a product's version. */
export function listHomeFiles(folder: string): HomeFiles {
  const list = (inner: string, ending: RegExp) =>
    namesIn(join(folder, inner))
      .filter((name) => ending.test(name))
      .map((name) => join(folder, inner, name));
  const yaml = (inner: string) => list(inner, /\.ya?ml$/);
  return {
    written: [
      ...yaml("").filter((path) => path === join(folder, "product.yaml")),
      ...yaml("overlays"),
    ],
    specs: yaml("operations"),
    positions: list("positions", /\.json$/),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
