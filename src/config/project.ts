import type { Limits } from "../text/limits.ts";

/** What a build reads and writes, with every default filled in. Paths are absolute. */
export interface Project {
  /** The folder that paths in the build's state are relative to: that of the configuration. */
  readonly root: string;
  /** Folder of specs. */
  readonly specs: string;
  /** Folder of packages, and of the build's state. */
  readonly output: string;
  /** Folder of templates that take the place of built-in ones. */
  readonly templates?: string;
  /** Languages or folders whose pages are preferred, the first one most. */
  readonly languages: readonly string[];
  /** Whether packages carry tests, unless something else is said of one. */
  readonly tests?: boolean;
  /** What pages and specs may have at most. */
  readonly limits: Limits;
  readonly sources: readonly Source[];
  readonly packages: readonly PackageSettings[];
}

/** Pages, and which of the products in them to build. */
export interface Source {
  readonly pages: readonly string[];
  /** Nothing: all of them. */
  readonly only?: Identity;
}

/** Which product, and which version of it. */
export interface Identity {
  readonly product: string;
  readonly version: string;
}

/** What a configuration says of one package. It wins over `product.yaml`. */
export interface PackageSettings {
  readonly of: Identity;
  readonly output?: string;
  readonly stated: {
    readonly package?: string;
    readonly packageVersion?: string;
    readonly description?: string;
    readonly endpoint?: string;
    readonly tests?: boolean;
  };
}
