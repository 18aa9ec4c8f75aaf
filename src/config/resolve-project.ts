import { statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { fillLimits, type Limits } from "../text/limits.ts";
import type { Config, ProductConfig } from "./config.ts";
import type { PackageSettings, PagePath, Project, Source } from "./project.ts";

/** Settings that override a configuration. */
export interface ProjectFlags {
  /** The folder of their relative paths. Default: the working directory. */
  readonly folder?: string;
  readonly pages?: readonly string[];
  readonly specs?: string;
  readonly output?: string;
  readonly templates?: string;
  readonly languages?: readonly string[];
  readonly tests?: boolean;
  readonly limits?: Partial<Limits>;
}

/** Applies defaults and flags to a configuration. */
export function resolveProject(config: Config, root: string, flags: ProjectFlags = {}): Project {
  const folder = resolve(flags.folder ?? "");
  const place = (configured: string, flag: string | undefined) =>
    flag === undefined ? resolve(root, configured) : resolve(folder, flag);
  const specs = place(config.specs ?? "specs", flags.specs);
  const products = config.products ?? [];
  const templates = flags.templates ?? config.templates;
  const tests = flags.tests ?? config.tests;
  const asked = (flags.pages ?? []).map((path) => pagePath(path, folder));
  const configured = sourcesOf(products, root, specs);
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
    ...(asked.length === 0
      ? { sources: configured, around: [], partial: false, narrowed: false }
      : narrow(asked, configured, specs)),
    ignore: (config.ignore ?? []).map((path) => resolve(root, path)),
    packages: products.flatMap((one) => settingsOf(one, root) ?? []),
  };
}

function pagePath(given: string, folder: string): PagePath {
  return { path: resolve(folder, given), absolute: isAbsolute(given) };
}

function sourcesOf(products: readonly ProductConfig[], root: string, specs: string): Source[] {
  if (products.length === 0) {
    return [{ pages: [{ path: specs, absolute: false }] }];
  }
  return products.map(({ pages, product, version }) => ({
    pages: [pages].flat().map((path) => pagePath(path, root)),
    ...(product === undefined || version === undefined ? {} : { only: { product, version } }),
  }));
}

/**
 * Replaces the configured pages by the requested ones. Settings of the configured pages around them
 * apply; part of a folder is read together with its rest.
 */
function narrow(
  asked: readonly PagePath[],
  configured: readonly Source[],
  specs: string,
): Pick<Project, "sources" | "around" | "partial" | "narrowed"> {
  const within = (inner: string, outer: string) => inner.startsWith(outer + sep);
  const around = asked.flatMap(({ path }) => {
    if (within(path, specs)) {
      // The path lies among the pages of a product.
      const [product = "", ...rest] = relative(specs, path).split(sep);
      const all = join(specs, product, "pages");
      if (rest.length < 2) return [];
      return [{ pages: [{ path: all, absolute: false }] }];
    }
    return configured.flatMap((source) => {
      const pages = source.pages.filter((one) => within(path, one.path));
      return pages.length === 0 ? [] : [{ ...source, pages }];
    });
  });
  const sources = asked.flatMap((one): Source[] => {
    const holders = configured.filter((source) =>
      source.pages.some(({ path }) => path === one.path || within(one.path, path)),
    );
    if (holders.length === 0) return [{ pages: [one] }];
    // The names of pages begin with that folder, also where a part of it is asked for.
    const outer = holders
      .flatMap(({ pages }) => pages)
      .find((page) => page.absolute && (page.path === one.path || within(one.path, page.path)));
    const page = {
      ...one,
      absolute: outer !== undefined,
      ...(outer === undefined || outer.path === one.path ? {} : { outer: outer.path }),
    };
    return holders.map((source) => ({ ...source, pages: [page] }));
  });
  const partial = around.length > 0 || asked.some(isFile);
  return { sources, around, partial, narrowed: true };
}

/** Returns false for an inaccessible path, which is reported on reading its pages. */
function isFile({ path }: PagePath): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
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
