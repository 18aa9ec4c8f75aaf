import type { Product } from "./product.ts";

/** The folder of a product's version, in `specs/` and in `generated/`: `ga-20191120`. */
export function folderName({ product, version }: Pick<Product, "product" | "version">): string {
  return `${product.toLowerCase()}-${version.replaceAll("-", "")}`;
}
