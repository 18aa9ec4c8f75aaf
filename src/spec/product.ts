/** The settings of a product version, from the handwritten `product.yaml`. */
export interface Product {
  readonly product: string;
  /** Version of the API, a date: `2019-11-20`. */
  readonly version: string;
  /** Name of the npm package. Default: product and version, like the folder's name: `ga-20191120`. */
  readonly package?: string;
  /** Version of the npm package. Default: `0.1.0`. */
  readonly packageVersion?: string;
  /** The purpose of the product in one sentence, for the package's README. */
  readonly description?: string;
  /** Default host, or `host:port`, that a client calls by https. */
  readonly endpoint?: string;
  /** Includes the samples of the pages in the package as tests. Default: `false`. */
  readonly tests?: boolean;
}

/** The folder of a product version, in `specs/` and in `generated/`: `ga-20191120`. */
export function folderName({ product, version }: Pick<Product, "product" | "version">): string {
  return `${product.toLowerCase()}-${version.replaceAll("-", "")}`;
}
