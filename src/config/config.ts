import type { Limits } from "../text/limits.ts";

/** The contents of `docwright.config.*`. Paths are relative to the file. */
export interface Config {
  /** Folder of specs, with a folder for each product version. Default: `specs`. */
  readonly specs?: string;
  /** Folder of packages. Default: `generated`. */
  readonly output?: string;
  /** Folder of templates that replace built-in ones. */
  readonly templates?: string;
  /**
   * Preferred languages (`en`, `zh-CN`) or folder names (`intl.en-US`) for operations with several
   * pages, most preferred first. Default: sorted by path.
   */
  readonly languages?: readonly string[];
  /** Adds the pages' samples to packages as tests. Default: `false`. */
  readonly tests?: boolean;
  /**
   * The pages of each product. Default: below the folder of specs,
   * `specs/<product>-<version>/pages`.
   */
  readonly products?: readonly ProductConfig[];
  /**
   * Excluded pages and folders, such as guides that resemble an operation. Entries are paths or
   * patterns: `*` and `?` match part of a name, `**` any folders.
   */
  readonly ignore?: readonly string[];
  /** Settings of `docwright lint`. */
  readonly lint?: LintConfig;
  /** Limits of pages and specs: `{ "pageBytes": 8000000 }`. Default: the built-in limits. */
  readonly limits?: Partial<Limits>;
}

/** Pages, and the package to build from them. */
export interface ProductConfig {
  /** Folders of pages, or single pages. All their products are built, unless one is named. */
  readonly pages: string | readonly string[];
  /** The only product to build from these pages, by its API name: `Ecs`. */
  readonly product?: string;
  /** The only version of that product to build, a date: `2014-05-26`. */
  readonly version?: string;
  /** Name of the npm package. Default: that of `product.yaml`, else product and version. */
  readonly package?: string;
  /** Version of the npm package. Default: that of `product.yaml`, else `0.1.0`. */
  readonly packageVersion?: string;
  /** A sentence for the package's README. Default: that of `product.yaml`. */
  readonly description?: string;
  /** The default host of the client. Default: that of `product.yaml`. */
  readonly endpoint?: string;
  /** Adds the pages' samples to the package as tests. Default: that of `product.yaml`. */
  readonly tests?: boolean;
  /** The package's folder. Default: named by product and version, below the folder of packages. */
  readonly output?: string;
}

/** The severity of a rule's diagnostics. `off` disables the rule. */
export type RuleSeverity = "off" | "warning" | "error";

/** Severities by rule; other rules are warnings. */
export type RuleSeverities = Readonly<Record<string, RuleSeverity>>;

/** Settings of `docwright lint` in a configuration. */
export interface LintConfig {
  /** Severities by rule: `{ "lint/response-type": "off" }`. Default: each rule is a warning. */
  readonly rules?: RuleSeverities;
}

/** The formats of a configuration. */
export const configFormats = ["yaml", "json", "ts", "js"] as const;

/** A format of a configuration. */
export type ConfigFormat = (typeof configFormats)[number];

/**
 * Gives a configuration in TypeScript or JavaScript its type.
 *
 * @example
 * ```ts
 * // docwright.config.ts
 * import { defineConfig } from "docwright";
 *
 * export default defineConfig({
 *   languages: ["en", "zh"],
 *   products: [{ pages: "docs/ecs", product: "Ecs", version: "2014-05-26", package: "@acme/ecs" }],
 * });
 * ```
 */
export function defineConfig(config: Config): Config {
  return config;
}
