import { resolve } from "node:path";
import { fillLimits } from "../text/fill-limits.ts";
import type { Limits } from "../text/limits.ts";
import type { Config, ProductConfig } from "./config.ts";
import type { PackageSettings, Project, Source } from "./project.ts";

/** What wins over a configuration. */
export interface ProjectFlags {
  /** What its paths are relative to. Default: where the process runs. */
  readonly folder?: string;
  readonly pages?: readonly string[];
  readonly specs?: string;
  readonly output?: string;
  readonly templates?: string;
  readonly languages?: readonly string[];
  readonly tests?: boolean;
  readonly limits?: Partial<Limits>;
}

/** Fills in what a configuration leaves out, and lets flags win over it. */
export function resolveProject(config: Config, root: string, flags: ProjectFlags = {}): Project {
  const folder = resolve(flags.folder ?? "");
  const place = (configured: string, flag: string | undefined) =>
    flag === undefined ? resolve(root, configured) : resolve(folder, flag);
  const specs = place(config.specs ?? "specs", flags.specs);
  const products = config.products ?? [];
  const templates = flags.templates ?? config.templates;
  const tests = flags.tests ?? config.tests;
  const pages = (flags.pages ?? []).map((path) => resolve(folder, path));
  return {
    root: resolve(root),
    specs,
    output: place(config.output ?? "generated", flags.output),
    ...(templates === undefined
      ? {}
      : { templates: place(config.templates ?? "", flags.templates) }),
    limits: fillLimits({ ...config.limits, ...flags.limits }),
    languages: flags.languages ?? config.languages ?? [],
    ...(tests === undefined ? {} : { tests }),
    sources: sourcesOf(products, { root, specs, pages }),
    packages: products.flatMap((one) => settingsOf(one, root) ?? []),
  };
}

interface Places {
  readonly root: string;
  readonly specs: string;
  /** Pages that take the place of configured ones, absolute. */
  readonly pages: readonly string[];
}

function sourcesOf(products: readonly ProductConfig[], { root, specs, pages }: Places): Source[] {
  if (pages.length > 0) return [{ pages }];
  if (products.length === 0) return [{ pages: [specs] }];
  return products.map(({ pages, product, version }) => ({
    pages: [pages].flat().map((path) => resolve(root, path)),
    ...(product === undefined || version === undefined ? {} : { only: { product, version } }),
  }));
}

function settingsOf(
  { pages, product, version, output, ...stated }: ProductConfig,
  root: string,
): PackageSettings | undefined {
  if (product === undefined || version === undefined) return undefined;
  return {
    of: { product, version },
    ...(output === undefined ? {} : { output: resolve(root, output) }),
    stated,
  };
}
