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

/** An operation of a product's folder, with its spec. */
export interface SpecOperation extends OperationEntry {
  /** Absolute. */
  readonly spec: string;
}

/** A product's version as a package is made of it: its operations with all overlays applied. */
export interface LoadedProduct {
  /** Missing where something in the folder is wrong, or it has no operation. */
  readonly product?: Product;
  /** In the order of their names. */
  readonly operations: readonly SpecOperation[];
}

/** Options of loading a product's folder. */
export interface LoadOptions {
  readonly project: Pick<Project, "packages" | "tests" | "limits">;
  /** Default: the files in the folder. */
  readonly files?: ProductFiles;
  /** Operations that pages have just made: their specs are not read. Default: none. */
  readonly made?: readonly SpecOperation[];
  /** Operations whose pages have errors. Overlays of one without a spec are left alone. Default: none. */
  readonly broken?: readonly string[];
  /** Specs that do not count any more, as absolute paths. Default: none. */
  readonly stale?: ReadonlySet<string>;
  /** Told of each correction. */
  readonly applied?: (one: AppliedAction) => void;
}

/**
 * The only road from a product's folder to what a package is made of: `product.yaml`, the configuration, which
 * wins over it, the specs and the overlays.
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
  // A product without any spec has pages with errors, where pages were read.
  if (options.made === undefined && known.length === 0 && found.length === 0) {
    reportPath(folder, "spec/no-operations", { folder: displayPath(folder) }, found);
  }
  addAll(diagnostics, found);
  const broken = found.some(({ severity }) => severity === "error");
  return { ...(product === undefined || broken ? {} : { product }), operations };
}

/** An operation whose spec has just been read, with the place of its identity. */
interface KnownOperation extends SpecOperation {
  readonly place?: { readonly source: Source; readonly spanOf: (key: string) => Span };
}

type Loading = LoadOptions & {
  readonly files: ProductFiles;
  readonly known: readonly KnownOperation[];
};

/** The operations that pages have made, and those of the other specs on disk. */
function readSpecs(
  { specs }: ProductFiles,
  { project: { limits }, made = [], broken = [], stale = new Set() }: LoadOptions,
  diagnostics: Diagnostic[],
): KnownOperation[] {
  const known = new Map<string, KnownOperation>(made.map((one) => [one.action, one]));
  const taken = new Set(made.map(({ spec }) => spec));
  const others = specs.filter((path) => !taken.has(path) && !stale.has(path));
  // Faults of pages that have a spec from before are reported with the pages.
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

/** An operation as its spec has it; nothing where the spec is not valid. */
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

/** An operation with its lines, where they are known: a spec without positions is fine. */
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

/** The product as it is known: the configuration wins over `product.yaml`, and that over the specs. */
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

/** The operations with their overlays. */
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

/** Facts that decide if a spec still has its page. */
export interface PagesFacts {
  /** All pages that were asked for, as absolute paths. */
  readonly pages: ReadonlySet<string>;
  /** Operations whose pages have errors. */
  readonly broken: readonly string[];
  /** A page of the product's version was found. */
  readonly hasPages: boolean;
}

/** A spec that no page makes any more. */
export interface StaleSpec extends SpecOperation {
  /** The page that it came from, absolute. It may be gone. */
  readonly page: string;
}

/**
 * The specs whose pages are gone, or document something else by now. A spec whose page is none of the build's
 * stays, and so does one whose page has an error.
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

/** The place of a key in the spec of an operation; the file as a whole, where it has not been read. */
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
