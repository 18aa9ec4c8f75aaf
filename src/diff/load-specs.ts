import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findProducts } from "../find-products.ts";
import { loadProduct } from "../spec/load-product.ts";
import { displayPath } from "../text/read-source.ts";
import { checkOut } from "./check-out.ts";
import type { Limits } from "../text/limits.ts";
import type { SpecsPlace } from "./specs-place.ts";
import type { ComparedProduct } from "./compared-product.ts";

/**
 * The products of a folder of specs, or of the specs as a git revision has them: a name that is a folder
 * means the folder, and none means the project's. Errors in specs and overlays are reported, and leave
 * their product out.
 */
export async function loadSpecs(
  name: string | undefined,
  place: SpecsPlace,
  diagnostics: Diagnostic[],
): Promise<ComparedProduct[]> {
  if (name === undefined) return loadAll(place.specs, place.limits, diagnostics);
  const folder = resolve(place.folder, name);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) {
    return loadAll(folder, place.limits, diagnostics);
  }
  const copy = checkOut(name, place, diagnostics);
  if (copy === undefined) return [];
  const found: Diagnostic[] = [];
  try {
    return await loadAll(copy.folder, place.limits, found);
  } finally {
    const shown = displayPath(copy.folder);
    const specs = relative(place.folder, place.specs).split(sep).join("/");
    for (const one of found) {
      const path = one.source.path.replace(shown, `${name}:${specs}`);
      diagnostics.push({ ...one, source: { ...one.source, path } });
    }
    copy.remove();
  }
}

async function loadAll(
  folder: string,
  limits: Limits,
  diagnostics: Diagnostic[],
): Promise<ComparedProduct[]> {
  const loaded: ComparedProduct[] = [];
  for (const home of await findProducts([folder], diagnostics)) {
    const { product, operations, diagnostics: found } = await loadProduct(home, limits);
    diagnostics.push(
      ...found.filter(
        ({ severity, code }) => severity === "error" || code === "spec/unusable-positions",
      ),
    );
    if (product !== undefined) loaded.push({ product, operations });
  }
  return loaded;
}
