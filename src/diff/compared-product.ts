import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";

/** A product with its operations, overlays applied. */
export interface ComparedProduct {
  readonly product: Product;
  readonly operations: readonly Operation[];
}
