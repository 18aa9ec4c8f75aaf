import type { Limits } from "../text/limits.ts";

/** What `docwright.config.*` says. Paths are relative to the file. */
export interface Config {
  /** Folder of specs, with a folder for each product and version. Default: `specs`. */
  readonly specs?: string;
  /** Folder of packages. Default: `generated`. */
  readonly output?: string;
  /** Folder of templates that take the place of built-in ones. */
  readonly templates?: string;
  /**
   * Which page of an operation its spec comes from, where there are several: languages (`en`, `zh-CN`) or
   * names of folders (`intl.en-US`), the preferred one first. Default: as the pages' paths are sorted.
   */
  readonly languages?: readonly string[];
  /** Whether packages carry the samples of their pages as tests of their own. Default: `false`. */
  readonly tests?: boolean;
  /** Where pages lie. Default: below the folder of specs, `specs/<product>-<version>/pages`. */
  readonly products?: readonly ProductConfig[];
  /**
   * Pages, and folders of pages, that are left out: guides that look like the documentation of an operation. Paths,
   * or patterns: `*` and `?` stand for a part of a name, `**` for any folders.
   */
  readonly ignore?: readonly string[];
  /** What `docwright lint` is to look for. */
  readonly lint?: LintConfig;
  /** What pages and specs may have at most: `{ "pageBytes": 8000000 }`. Default: the usual limits. */
  readonly limits?: Partial<Limits>;
}

/** A folder of pages, and what is to be made of them. */
export interface ProductConfig {
  /** Folders of pages, or single pages. Every product in them is built, unless one is named. */
  readonly pages: string | readonly string[];
  /** The only product to build from these pages, as the API names it: `Ecs`. */
  readonly product?: string;
  /** The only version of that product to build, a date: `2014-05-26`. */
  readonly version?: string;
  /** Name of the npm package. Default: that of `product.yaml`, else product and version. */
  readonly package?: string;
  /** Version of the npm package. Default: that of `product.yaml`, else `0.1.0`. */
  readonly packageVersion?: string;
  /** A sentence for the package's README. Default: that of `product.yaml`. */
  readonly description?: string;
  /** Host that a client calls unless told otherwise. Default: that of `product.yaml`. */
  readonly endpoint?: string;
  /** Whether the package carries the samples of its pages as tests. Default: that of `product.yaml`. */
  readonly tests?: boolean;
  /** The package's folder. Default: product and version, in the folder of packages. */
  readonly output?: string;
}

/** How grave a rule's findings are. `off`: it does not look for any. */
export type RuleSeverity = "off" | "warning" | "error";

/** Severities by rule; every rule that is not among them is a warning. */
export type RuleSeverities = Readonly<Record<string, RuleSeverity>>;

/** What a configuration says of `docwright lint`. */
export interface LintConfig {
  /** Severities by rule: `{ "lint/response-type": "off" }`. Default: every rule is a warning. */
  readonly rules?: RuleSeverities;
}

/** The forms that a configuration can be written in. */
export const configFormats = ["yaml", "json", "ts", "js"] as const;

/** One of them. */
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
