import type { Operation } from "./operation.ts";
import type { Product } from "./product.ts";

/** An operation of a product version. It is read on demand, because thousands take much memory. */
export interface OperationEntry {
  readonly action: string;
  readonly of: Pick<Product, "product" | "version">;
  /** Digest of its content: equal keys mean equal operations. */
  readonly key: string;
  readonly read: () => Operation;
}
