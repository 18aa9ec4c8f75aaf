import { resolve } from "node:path";
import type { Config, ProductConfig } from "./config.ts";
import type { PackageSettings, Project, Source } from "./project.ts";

/** What a command line says. It wins over the configuration; its paths are relative to where it runs. */
export interface ProjectFlags {
  readonly pages?: readonly string[];
  readonly specs?: string;
  readonly output?: string;
  readonly templates?: string;
  readonly languages?: readonly string[];
}

/** Fills in what a configuration leaves out, and lets the command line win over it. */
export function resolveProject(config: Config, root: string, flags: ProjectFlags = {}): Project {
  const specs = place(root, config.specs ?? "specs", flags.specs);
  const products = config.products ?? [];
  const templates = flags.templates ?? config.templates;
  return {
    root: resolve(root),
    specs,
    output: place(root, config.output ?? "generated", flags.output),
    ...(templates === undefined
      ? {}
      : { templates: place(root, config.templates ?? "", flags.templates) }),
    languages: flags.languages ?? config.languages ?? [],
    sources: sourcesOf(products, { root, specs, pages: flags.pages ?? [] }),
    packages: products.flatMap((one) => settingsOf(one, root) ?? []),
  };
}

function place(root: string, configured: string, flag: string | undefined): string {
  return flag === undefined ? resolve(root, configured) : resolve(flag);
}

interface Places {
  readonly root: string;
  readonly specs: string;
  readonly pages: readonly string[];
}

function sourcesOf(products: readonly ProductConfig[], { root, specs, pages }: Places): Source[] {
  if (pages.length > 0) return [{ pages: pages.map((path) => resolve(path)) }];
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
