import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Identity, Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import type { Product } from "../spec/product.ts";
import type { Limits } from "../text/limits.ts";
import { digest } from "../text/digest.ts";
import type { SpecOperation } from "../build/derive-specs.ts";
import type { HomeFiles } from "./list-product-files.ts";

/** The folder of a product's version, and what pages made for it. */
export interface Home {
  /** Name of the folder. */
  readonly name: string;
  readonly operations: readonly SpecOperation[];
  /** Operations whose pages have errors. */
  readonly broken: readonly string[];
}

/** A product's version as it is to be built, with all corrections applied. */
export interface LoadedHome {
  /** Missing where something in the folder is wrong, or it has no operation. */
  readonly product?: Product;
  readonly operations: readonly SpecOperation[];
  /** Specs whose pages are gone, as absolute paths. */
  readonly stale: readonly string[];
}

/**
 * Reads what people have written in the folder of a product's version, and the specs in it that stay though
 * no page of this build has made them. `pages` are all pages of the build, as absolute paths.
 */
export async function loadHome(
  home: Home,
  files: HomeFiles,
  { project, pages }: { readonly project: Project; readonly pages: ReadonlySet<string> },
  diagnostics: Diagnostic[],
): Promise<LoadedHome> {
  const folder = join(project.specs, home.name);
  const kept = await keepSpecs(home, files, { pages, limits: project.limits }, diagnostics);
  const known = [...home.operations, ...kept.operations];
  const product = await findProduct(folder, files, known, project, diagnostics);
  const operations = await overlay(
    folder,
    files,
    { known, broken: home.broken, limits: project.limits },
    diagnostics,
  );
  const broken = diagnostics.some(({ severity }) => severity === "error");
  return {
    ...(product === undefined || broken ? {} : { product }),
    operations,
    stale: kept.stale,
  };
}

async function keepSpecs(
  { operations, broken }: Home,
  { specs }: HomeFiles,
  { pages, limits }: { readonly pages: ReadonlySet<string>; readonly limits: Limits },
  diagnostics: Diagnostic[],
) {
  const made = new Set(operations.map(({ spec }) => spec));
  const others = specs.filter((path) => !made.has(path));
  const [first] = others;
  // What is wrong with the pages of some has been said.
  const own = others.filter((path) => !broken.includes(basename(path, ".yaml")));
  const over = own[Math.max(0, limits.operations - made.size)];
  if (over !== undefined) {
    const found = made.size + own.length;
    reportPath(over, "limit/operations", { found, allowed: limits.operations }, diagnostics);
    return { operations: [], stale: [] };
  }
  if (first === undefined) return { operations: [], stale: [] };
  const { findKeptSpecs } = await import("./find-kept-specs.ts");
  const hasPages =
    operations.length + broken.length > 0 || existsSync(join(dirname(dirname(first)), "pages"));
  const kept = findKeptSpecs(others, { pages, broken, hasPages, limits });
  diagnostics.push(...kept.diagnostics);
  return kept;
}

/** What is known of the product: the configuration wins over `product.yaml`, and that over the pages. */
async function findProduct(
  folder: string,
  { written }: HomeFiles,
  operations: readonly SpecOperation[],
  { packages, tests, limits }: Project,
  diagnostics: Diagnostic[],
): Promise<Product | undefined> {
  const path = join(folder, "product.yaml");
  let stated: Product | undefined;
  if (written.includes(path)) {
    const { readProduct } = await import("../spec/read-product.ts");
    stated = await readProduct(folder, diagnostics, limits);
    if (stated === undefined) return undefined;
  }
  const identity = stated ?? operations[0]?.of;
  if (identity === undefined) return undefined;
  for (const { spec, of } of operations) {
    if (isSame(of, identity)) continue;
    const parameters = { found: nameOf(of), expected: nameOf(identity) };
    reportPath(spec, "spec/other-product", parameters, diagnostics);
  }
  const settings = packages.find(({ of }) => isSame(of, identity))?.stated;
  const product = {
    product: identity.product,
    version: identity.version,
    ...(tests === undefined ? {} : { tests }),
    ...stated,
    ...settings,
  };
  if (product.endpoint === undefined) reportPath(path, "spec/no-endpoint", {}, diagnostics);
  return product;
}

interface Overlaid {
  readonly known: readonly SpecOperation[];
  readonly broken: readonly string[];
  readonly limits: Limits;
}

/** The operations with their overlays; `broken` ones are left out for a reason that was given. */
async function overlay(
  folder: string,
  { written }: HomeFiles,
  { known, broken, limits }: Overlaid,
  diagnostics: Diagnostic[],
): Promise<readonly SpecOperation[]> {
  if (written.every((path) => basename(path) === "product.yaml")) return known;
  const { applyOverlays } = await import("../spec/apply-overlays.ts");
  const byAction = new Map(known.map((one) => [one.action, one]));
  const corrected = await applyOverlays(
    folder,
    {
      actions: [...byAction.keys()],
      read: (action) => {
        const found = byAction.get(action);
        if (found === undefined) throw new Error(`no operation ${action}`);
        return found.read();
      },
      limits,
      absent: new Set(broken.filter((action) => !byAction.has(action))),
    },
    diagnostics,
  );
  return known.map((one) => {
    const operation = corrected.get(one.action);
    if (operation === undefined) return one;
    return { ...one, key: digest(JSON.stringify(operation)), read: () => operation };
  });
}

function isSame(a: Identity, b: Identity): boolean {
  return a.product === b.product && a.version === b.version;
}

function nameOf({ product, version }: Identity): string {
  return `${product} ${version}`;
}
