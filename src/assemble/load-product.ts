import { addAll } from "../diagnostics/add-all.ts";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { locatePage } from "../config/locate-page.ts";
import type { Identity, Project } from "../config/project.ts";
import { createReporter, reportPath } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { AppliedAction } from "../spec/apply-overlays.ts";
import type { Operation } from "../spec/operation.ts";
import type { OperationEntry } from "../spec/operation-entry.ts";
import { joinPositions, positionsPath } from "../spec/positions.ts";
import type { Product } from "../spec/product.ts";
import { readOperation } from "../spec/read-operation.ts";
import { digest } from "../text/digest.ts";
import { displayPath, readSource } from "../text/read-source.ts";
import { createSource, type Source, type Span } from "../text/source.ts";
import { listProductFiles, type ProductFiles } from "./list-product-files.ts";

/** An operation of a product folder, with its spec. */
export interface SpecOperation extends OperationEntry {
  /** The absolute path. */
  readonly spec: string;
}

/** A product version, with overlays applied to its operations. */
export interface LoadedProduct {
  /** Missing if the folder has an error or no operation. */
  readonly product?: Product;
  /** Sorted by name. */
  readonly operations: readonly SpecOperation[];
}

/** Options of loading a product folder. */
export interface LoadOptions {
  readonly project: Pick<Project, "packages" | "tests" | "limits">;
  /** Default: the files in the folder. */
  readonly files?: ProductFiles;
  /** Operations just derived from pages; their specs are not read. Default: none. */
  readonly made?: readonly SpecOperation[];
  /**
   * Operations whose pages have errors. Overlays of those without a spec are skipped. Default:
   * none.
   */
  readonly broken?: readonly string[];
  /** Stale specs to ignore, as absolute paths. Default: none. */
  readonly stale?: ReadonlySet<string>;
  /** Called for each applied correction. */
  readonly applied?: (one: AppliedAction) => void;
}

/**
 * Loads a product folder for a package: `product.yaml`, the configuration, the specs and the
 * overlays. The configuration overrides `product.yaml`.
 */
export async function loadProduct(
  folder: string,
  options: LoadOptions,
  diagnostics: Diagnostic[],
): Promise<LoadedProduct> {
  const found: Diagnostic[] = [];
  const files = options.files ?? listProductFiles(folder);
  for (const { path, reason } of files.unlisted) {
    reportPath(path, "file/unreadable", { reason }, found);
  }
  const known = readSpecs(files, options, found);
  const product = await settleProduct(folder, { files, known, ...options }, found);
  const operations = await correct(folder, { files, known, ...options }, found);
  // If pages were read, a product without a spec has pages with errors.
  if (options.made === undefined && known.length === 0 && found.length === 0) {
    reportPath(folder, "spec/no-operations", { folder: displayPath(folder) }, found);
  }
  addAll(diagnostics, found);
  const broken = found.some(({ severity }) => severity === "error");
  return { ...(product === undefined || broken ? {} : { product }), operations };
}

/** An operation whose spec was just read, with the place of its identity. */
interface KnownOperation extends SpecOperation {
  readonly place?: { readonly source: Source; readonly spanOf: (key: string) => Span };
}

type Loading = LoadOptions & {
  readonly files: ProductFiles;
  readonly known: readonly KnownOperation[];
};

/** Returns the operations derived from pages, and those of the other specs on disk. */
function readSpecs(
  { specs }: ProductFiles,
  { project: { limits }, made = [], broken = [], stale = new Set() }: LoadOptions,
  diagnostics: Diagnostic[],
): KnownOperation[] {
  const known = new Map<string, KnownOperation>(made.map((one) => [one.action, one]));
  const taken = new Set(made.map(({ spec }) => spec));
  const others = specs.filter((path) => !taken.has(path) && !stale.has(path));
  // Errors of pages with an earlier spec are reported with the pages.
  const own = others.filter((path) => !broken.includes(basename(path, ".yaml")));
  const over = own[Math.max(0, limits.operations - made.length)];
  if (over !== undefined) {
    const found = made.length + own.length;
    reportPath(over, "limit/operations", { found, allowed: limits.operations }, diagnostics);
    return [...known.values()];
  }
  for (const path of others) {
    const read = readSpec(path, limits, diagnostics);
    if (read === undefined) continue;
    const earlier = known.get(read.action);
    if (earlier === undefined) known.set(read.action, read);
    else {
      const parameters = { action: read.action, path: displayPath(earlier.spec) };
      const { source, span } = placeOf(read, "action");
      createReporter(source, diagnostics)("spec/duplicate-operation", span, parameters);
    }
  }
  return [...known.values()].sort((a, b) => (a.action < b.action ? -1 : 1));
}

/** Reads an operation from its spec; `undefined` if the spec is invalid. */
function readSpec(
  path: string,
  limits: Project["limits"],
  diagnostics: Diagnostic[],
): KnownOperation | undefined {
  let source: Source;
  try {
    source = readSource(path, { limits, size: "specBytes" });
  } catch (error) {
    reportPath(path, "file/unreadable", { reason: (error as Error).message }, diagnostics);
    return undefined;
  }
  const located = readOperation(source, createReporter(source, diagnostics));
  if (located === undefined) return undefined;
  const operation = withPositions(located.value, path, limits, diagnostics);
  return {
    action: operation.action,
    spec: path,
    of: { product: operation.product, version: operation.version },
    key: digest(source.text),
    read: () => operation,
    place: { source, spanOf: (key) => located.spanOf([key]) },
  };
}

/** Adds source lines to an operation; a spec needs no positions. */
function withPositions(
  operation: Operation,
  spec: string,
  limits: Project["limits"],
  diagnostics: Diagnostic[],
): Operation {
  const path = positionsPath(spec);
  try {
    const positions = readSource(path, { limits, size: "specBytes" });
    return joinPositions(operation, positions, createReporter(positions, diagnostics));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return operation;
    reportPath(path, "spec/unusable-positions", { reason: message }, diagnostics);
    return operation;
  }
}

/** Determines the product: the configuration overrides `product.yaml`, which overrides the specs. */
async function settleProduct(
  folder: string,
  { files, known, project: { packages, tests, limits } }: Loading,
  diagnostics: Diagnostic[],
): Promise<Product | undefined> {
  const path = join(folder, "product.yaml");
  let stated: Product | undefined;
  if (files.written.includes(path)) {
    const { readProduct } = await import("../spec/read-product.ts");
    stated = await readProduct(folder, diagnostics, limits);
    if (stated === undefined) return undefined;
  }
  const identity = stated ?? known[0]?.of;
  if (identity === undefined || known.length === 0) return undefined;
  for (const one of known) {
    if (isSame(one.of, identity)) continue;
    const parameters = { found: nameOf(one.of), expected: nameOf(identity) };
    const key = one.of.product === identity.product ? "version" : "product";
    const { source, span } = placeOf(one, key);
    createReporter(source, diagnostics)("spec/other-product", span, parameters);
  }
  const settings = packages.find(({ of }) => isSame(of, identity))?.stated;
  const product = {
    product: identity.product,
    version: identity.version,
    ...(tests === undefined ? {} : { tests }),
    ...stated,
    ...settings,
  };
  if (product.endpoint === undefined) {
    const { product: name, version } = identity;
    const parameters = { product: name, version, isThere: stated !== undefined };
    reportPath(path, "spec/no-endpoint", parameters, diagnostics);
  }
  return product;
}

/** Applies the overlays to the operations. */
async function correct(
  folder: string,
  { files, known, broken = [], applied, project: { limits } }: Loading,
  diagnostics: Diagnostic[],
): Promise<readonly SpecOperation[]> {
  if (files.written.every((path) => basename(path) === "product.yaml")) return known;
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
    applied,
  );
  return known.map((one) => {
    const operation = corrected.get(one.action);
    if (operation === undefined) return one;
    return { ...one, key: digest(JSON.stringify(operation)), read: () => operation };
  });
}

/** The facts that determine if a spec is stale. */
export interface PagesFacts {
  /** All requested pages, as absolute paths. */
  readonly pages: ReadonlySet<string>;
  /** Operations whose pages have errors. */
  readonly broken: readonly string[];
  /** True if a page of the product version was found. */
  readonly hasPages: boolean;
}

/** A spec that no page produces now. */
export interface StaleSpec extends SpecOperation {
  /** The page of the spec, absolute. It may not exist. */
  readonly page: string;
}

/**
 * Finds specs whose pages are gone or now document something else. Specs of pages outside the build
 * stay, as do those of pages with errors.
 */
export function findStaleSpecs(
  specs: readonly string[],
  { pages, broken, hasPages }: PagesFacts,
  project: Pick<Project, "limits" | "sources">,
): StaleSpec[] {
  return specs.flatMap((path) => {
    const spec = readPagedSpec(path, project);
    if (spec === undefined) return [];
    const { page } = spec;
    const folder = dirname(dirname(path));
    const inFolder = hasPages || existsSync(join(folder, "pages"));
    const isGone = existsSync(page)
      ? pages.has(page) && !broken.includes(spec.action)
      : inFolder && !broken.includes(spec.action);
    return isGone ? [spec] : [];
  });
}

/**
 * A spec with the page that it came from. Nothing where it is not valid, which is reported where it is loaded, or
 * where the page lies in a folder that the project does not have.
 */
export function readPagedSpec(
  path: string,
  project: Pick<Project, "limits" | "sources">,
): StaleSpec | undefined {
  const spec = readSpec(path, project.limits, []);
  const page = spec && locatePage(spec.read().page, dirname(dirname(path)), project);
  return spec === undefined || page === undefined ? undefined : { ...spec, page };
}

/** Returns the place of a key in an operation's spec, or the whole file if it was not read. */
function placeOf({ place, spec }: KnownOperation, key: string): { source: Source; span: Span } {
  if (place === undefined) {
    return { source: createSource(displayPath(spec), ""), span: { start: 0, end: 0 } };
  }
  return { source: place.source, span: place.spanOf(key) };
}

function isSame(a: Identity, b: Identity): boolean {
  return a.product === b.product && a.version === b.version;
}

function nameOf({ product, version }: Identity): string {
  return `${product} ${version}`;
}
