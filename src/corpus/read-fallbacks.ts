import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../config/project.ts";
import type { Product } from "../spec/product.ts";
import type { Fallbacks } from "./group-pages.ts";
import type { KnownPage } from "./read-evidence.ts";

/**
 * What goes without saying on a page: the product of the folder that it lies in, by its `product.yaml`, or
 * the only one that the configuration wants from it.
 */
export async function readFallbacks(
  { specs, limits }: Pick<Project, "specs" | "limits">,
  pages: readonly KnownPage[],
): Promise<Fallbacks> {
  const products = new Map<string, Product>();
  for (const home of new Set(pages.flatMap(({ input }) => input.home ?? []))) {
    const folder = join(specs, home);
    if (!existsSync(join(folder, "product.yaml"))) continue;
    const { readProduct } = await import("../spec/read-product.ts");
    // What is wrong with it is said where the product is put together.
    const product = await readProduct(folder, [], limits);
    if (product !== undefined) products.set(home, product);
  }
  return ({ input: { home, only } }) => {
    const stated = home === undefined ? undefined : products.get(home);
    return stated ?? (only?.length === 1 ? only[0] : undefined);
  };
}
