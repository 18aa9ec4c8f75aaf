import type { Operation } from "./operation.ts";
import type { Product } from "./product.ts";

/** An operation of a product's version, which is read when it is needed: thousands take much memory. */
export interface OperationEntry {
  readonly action: string;
  readonly of: Pick<Product, "product" | "version">;
  /** Digest of what it says: two runs with one key have the same operation. */
  readonly key: string;
  readonly read: () => Operation;
}
