import type { Limits } from "../text/limits.ts";

/** Everything that a build reads and writes, with every default filled in. Paths are absolute. */
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
  /** Packages carry tests, unless their own setting differs. */
  readonly tests?: boolean;
  /** Limits of pages and specs. */
  readonly limits: Limits;
  readonly sources: readonly Source[];
  /** Pages around single ones that are asked for: they tell what the pages of a product have in common. */
  readonly around: readonly Source[];
  /** Only some pages were asked for, so a spec without a page among them stays. */
  readonly partial: boolean;
  /** Pages were asked for in place of the configured ones, so specs of others are none of this run's. */
  readonly narrowed: boolean;
  /** Pages, and folders of pages, that are left out on purpose. Absolute. */
  readonly ignore: readonly string[];
  readonly packages: readonly PackageSettings[];
}

/** Pages, and which of the products in them to build. */
export interface Source {
  readonly pages: readonly PagePath[];
  /** Nothing: all of them. */
  readonly only?: Identity;
}

/** A page, or a folder of pages. */
export interface PagePath {
  /** Absolute. */
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

/** The settings of one package. They win over `product.yaml`. */
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
