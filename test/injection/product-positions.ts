import type { Product } from "../../src/spec/product.ts";

/** What a product says of itself, and where the build is to find what belongs to it. */
export const harmlessProduct = {
  product: "Shop",
  version: "2024-05-06",
  package: "shop",
  packageVersion: "1.2.3",
  description: "Sells things.",
  endpoint: "shop.example.com",
} satisfies Required<Omit<Product, "tests">>;

/** Every place for a text in `product.yaml`; a configuration has the same. */
export const productKeys = Object.keys(
  harmlessProduct,
) as readonly (keyof typeof harmlessProduct)[];
