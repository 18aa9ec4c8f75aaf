import type { Limits } from "../text/limits.ts";

/** The inputs and outputs of a build, defaults included. Paths are absolute. */
export interface Project {
  /** The folder of the configuration; paths in the cache are relative to it. */
  readonly root: string;
  /** Folder of specs. */
  readonly specs: string;
  /** Folder of packages and of the cache. */
  readonly output: string;
  /** Folder of templates that replace built-in ones. */
  readonly templates?: string;
  /** Preferred languages or folders of pages, most preferred first. */
  readonly languages: readonly string[];
  /** Adds tests to packages, unless their own setting differs. */
  readonly tests?: boolean;
  /** Limits of pages and specs. */
  readonly limits: Limits;
  readonly sources: readonly Source[];
  /** Pages around requested single pages: they contribute the conventions of a product. */
  readonly around: readonly Source[];
  /** True if only some pages were requested, so specs of other pages stay. */
  readonly partial: boolean;
  /**
   * True if the request overrides the configured pages, so specs of others are not part of this
   * run.
   */
  readonly narrowed: boolean;
  /** Excluded pages and folders of pages. Absolute. */
  readonly ignore: readonly string[];
  readonly packages: readonly PackageSettings[];
}

/** Pages, and the product to build from them. */
export interface Source {
  readonly pages: readonly PagePath[];
  /** Absent for all products. */
  readonly only?: Identity;
}

/** A page, or a folder of pages. */
export interface PagePath {
  /** The absolute path. */
  readonly path: string;
  /** It was given as an absolute path. */
  readonly absolute: boolean;
  /** The configured folder, given as an absolute path, that it lies in. Default: itself. */
  readonly outer?: string;
}

/** A product and its version. */
export interface Identity {
  readonly product: string;
  readonly version: string;
}

/** The settings of one package. They override `product.yaml`. */
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
