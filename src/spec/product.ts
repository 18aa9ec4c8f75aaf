/** What is known of a product's version besides its operations: `product.yaml`, written by hand. */
export interface Product {
  readonly product: string;
  /** Version of the API, a date: `2019-11-20`. */
  readonly version: string;
  /** Name of the npm package. Default: the folder's name, product and version: `ga-20191120`. */
  readonly package?: string;
  /** Version of the npm package. Default: `0.1.0`. */
  readonly packageVersion?: string;
  /** A sentence for the package's README: what the product is for. */
  readonly description?: string;
  /** Host, or `host:port`, that a client calls by https unless told otherwise. */
  readonly endpoint?: string;
  /** Whether the package carries the samples of its pages as tests of its own. Default: `false`. */
  readonly tests?: boolean;
}

/** The folder of a product's version, in `specs/` and in `generated/`: `ga-20191120`. */
export function folderName({ product, version }: Pick<Product, "product" | "version">): string {
  return `${product.toLowerCase()}-${version.replaceAll("-", "")}`;
}
