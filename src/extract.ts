import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { deriveOperation } from "./derive/derive-operation.ts";
import { readIdentity } from "./derive/identify.ts";
import { createReporter } from "./diagnostics/create-reporter.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Progress } from "./diagnostics/progress.ts";
import { reportPath } from "./diagnostics/report-path.ts";
import { findPages, type FoundPage } from "./find-pages.ts";
import { readPages, type ReadPage } from "./read-pages.ts";
import { folderName } from "./spec/folder-name.ts";
import { readProduct } from "./spec/read-product.ts";
import type { Product } from "./spec/product.ts";
import { readOperation } from "./spec/read-operation.ts";
import { specNames } from "./spec/spec-names.ts";
import { writeOperation } from "./spec/write-operation.ts";
import { writeSchemas } from "./spec/write-schemas.ts";
import { defaultLimits, type Limits } from "./text/limits.ts";
import { displayPath, readSource } from "./text/read-source.ts";
import { createSource } from "./text/source.ts";

/** How pages are to be read. */
export interface ExtractOptions {
  /** What pages and specs may have at most. Default: the usual limits. */
  readonly limits?: Limits;
  /** Told how far it is. */
  readonly progress?: Progress;
}

/** What pages become: files below a folder, and what is to be said about the pages. */
export interface Extraction {
  /** Text by path, below the folder of the products. */
  readonly files: ReadonlyMap<string, string>;
  /** Specs that lie there and whose pages are gone. */
  readonly stale: readonly string[];
  /** The specs in `files`. */
  readonly specs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Pages → operation specs, in `folder`. A page below the `pages/` of a product's folder there gets its
 * spec beside it; a page from elsewhere is copied into the folder that its product and version name. A
 * page with an error gets no spec, and the one that it had stays.
 */
export async function extract(
  paths: readonly string[],
  folder: string,
  { limits = defaultLimits, progress }: ExtractOptions = {},
): Promise<Extraction> {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, string>();
  const pageOf: PagesOf = new Map();
  const counts = new Map<string, number>();
  const actions = new Map<string, Set<string>>();
  const products = new Map<string, Product | undefined>();
  const asked = findPages(paths, diagnostics);
  for (const page of readWithNeighbours(
    asked,
    { folder, limits, ...(progress === undefined ? {} : { progress }) },
    diagnostics,
  )) {
    const home = homeIn(page.found, folder);
    if (home !== undefined && !products.has(home)) {
      products.set(home, await readProduct(join(folder, home), diagnostics, limits));
    }
    const stated = home === undefined ? undefined : products.get(home);
    if (home !== undefined) remember(actions, home, readIdentity(page.page).action);
    if (!page.asked) continue;
    const spec = extractPage(page, { folder, home, stated, pageOf, counts });
    if (spec === undefined) continue;
    for (const found of spec.diagnostics) diagnostics.push(found);
    if (spec.of !== undefined) remember(actions, spec.of.product, spec.of.action);
    for (const [path, text] of spec.files) files.set(path, text);
  }
  separateTwins(files, pageOf, actions);
  const specs = [...files.keys()].filter((path) => pageOf.has(path));
  if (specs.length > 0) {
    for (const [name, text] of writeSchemas()) files.set(`schema/${name}`, text);
  }
  const stale: string[] = [];
  const known = new Set([...pageOf.values()].flatMap(({ pages }) => pages));
  for (const path of await orphanSpecs(folder, await wholeProducts(paths, folder), pageOf)) {
    const page = await pageNamedIn(folder, path, limits);
    const read = page === undefined || known.has(displayPath(page));
    if (read) stale.push(path);
    else if (diagnostics.every(({ source }) => source.path !== displayPath(page))) {
      // It had an operation once, so it is no page of another kind: what it had stays.
      reportPath(page, "derive/no-operation", {}, diagnostics);
    }
  }
  if (pageOf.size === 0 && stale.length === 0 && diagnostics.length === 0) {
    for (const path of paths) {
      reportPath(path, "extract/no-pages", { folder: displayPath(path) }, diagnostics);
    }
  }
  return { files, stale, specs, diagnostics };
}

interface Destination {
  readonly folder: string;
  /** Name of the product's folder that the page lies in already. */
  readonly home: string | undefined;
  /** What that folder's `product.yaml` says. */
  readonly stated: Product | undefined;
  /** The page that each spec comes from, as far as they have been read. */
  readonly pageOf: PagesOf;
  /** How many specs each product has so far. */
  readonly counts: Map<string, number>;
}

/** For each spec the pages that document it, the first of them the one that it comes from. */
type PagesOf = Map<string, { readonly pages: string[]; broken: boolean }>;

/**
 * The pages that were asked for, and the others of their products: what one page leaves out another one may
 * say, whichever of them are asked for.
 */
function readWithNeighbours(
  asked: readonly FoundPage[],
  {
    folder,
    limits,
    progress,
  }: ExtractOptions & { readonly folder: string; readonly limits: Limits },
  diagnostics: Diagnostic[],
): Iterable<ReadPage & { readonly asked: boolean }> {
  const paths = new Set(asked.map(({ path }) => resolve(path)));
  const homes = new Set(asked.flatMap((page) => homeIn(page, folder) ?? []));
  const folders = [...homes].map((home) => join(folder, home, "pages"));
  const neighbours = findPages(folders, []).filter(({ path }) => !paths.has(resolve(path)));
  // Of several pages for one operation in a product's folder, the one nearest the top comes first.
  const depth = (page: FoundPage) =>
    homeIn(page, folder) === undefined ? 0 : page.path.split(sep).length;
  const ordered = [...asked].sort((a, b) => depth(a) - depth(b));
  const pages = readPages([...ordered, ...neighbours], diagnostics, limits, progress);
  return (function* tellAsked() {
    for (const page of pages) yield { ...page, asked: paths.has(resolve(page.found.path)) };
  })();
}

/** The files that one page makes; nothing for a page in a folder that documents no operation. */
function extractPage(
  { found: page, page: facts, siblings, diagnostics }: ReadPage,
  { folder, home, stated, pageOf, counts }: Destination,
) {
  const { source } = facts;
  const report = createReporter(source, diagnostics);
  const fallback = stated === undefined ? {} : { fallback: stated };
  const path = home === undefined ? undefined : slashes(relative(join(folder, home), page.path));
  const operation = deriveOperation(facts, { page: path ?? "", siblings, ...fallback }, report);
  if (operation === undefined) return page.named ? { diagnostics, files: [] } : undefined;

  if (stated !== undefined && nameOf(stated) !== nameOf(operation)) {
    const parameters = { found: nameOf(operation), expected: nameOf(stated) };
    report("extract/other-product", { start: 0, end: 0 }, parameters);
  }
  const product = home ?? folderName(operation);
  const copy = `pages/${operation.action}.md`;
  const spec = `${product}/operations/${operation.action}.yaml`;
  const earlier = pageOf.get(spec);
  if (earlier?.broken === false) {
    const parameters = { action: operation.action, path: earlier.pages[0] ?? "" };
    report("extract/duplicate-operation", { start: 0, end: 0 }, parameters);
    earlier.pages.push(source.path);
    // It stays at hand for what the first page leaves out.
    const other = `${product}/pages/other/${operation.action}.${earlier.pages.length}.md`;
    const files = home === undefined ? [[other, source.text] as const] : [];
    return { diagnostics, files, of: { product, action: operation.action } };
  }
  const { operations: allowed } = source.limits;
  if (earlier === undefined) {
    const others = counts.get(product) ?? 0;
    counts.set(product, others + 1);
    if (others >= allowed) {
      report("limit/operations", { start: 0, end: 0 }, { found: others + 1, allowed });
    }
  }
  const broken = diagnostics.some(({ severity }) => severity === "error");
  pageOf.set(spec, { pages: [source.path], broken });
  const text = broken ? "" : writeOperation({ ...operation, page: path ?? copy });
  const files: (readonly [path: string, text: string])[] = broken ? [] : [[spec, text]];
  if (!broken && home === undefined) files.push([`${product}/${copy}`, source.text]);
  return { diagnostics, files, of: { product, action: operation.action } };
}

function remember(
  actions: Map<string, Set<string>>,
  product: string,
  action: string | undefined,
): void {
  if (action === undefined) return;
  actions.set(product, (actions.get(product) ?? new Set()).add(action));
}

/** Gives operations whose names differ in case only files of their own, on whatever file system. */
function separateTwins(
  files: Map<string, string>,
  pageOf: PagesOf,
  actions: ReadonlyMap<string, Iterable<string>>,
): void {
  for (const [product, all] of actions) {
    for (const [action, name] of specNames(all)) {
      const spec = `${product}/operations/${action}.yaml`;
      const made = pageOf.get(spec);
      if (name === action || made === undefined) continue;
      const copy = `pages/${action}.md`;
      move(pageOf, spec, `${product}/operations/${name}.yaml`);
      move(files, spec, `${product}/operations/${name}.yaml`, (text) =>
        withPage(text, copy, `pages/${name}.md`),
      );
      move(files, `${product}/${copy}`, `${product}/pages/${name}.md`);
      for (const number of made.pages.keys()) {
        const other = (of: string) => `${product}/pages/other/${of}.${number + 1}.md`;
        move(files, other(action), other(name));
      }
    }
  }
}

function move<T>(
  map: Map<string, T>,
  from: string,
  to: string,
  change = (value: T): T => value,
): void {
  const value = map.get(from);
  if (value === undefined) return;
  map.delete(from);
  map.set(to, change(value));
}

/** The text of a spec that names another page, where it names this one. */
function withPage(text: string, from: string, to: string): string {
  const operation = readOperation(createSource("", text), () => undefined)?.value;
  return operation?.page === from ? writeOperation({ ...operation, page: to }) : text;
}

function nameOf({ product, version }: Pick<Product, "product" | "version">): string {
  return `${product} ${version}`;
}

/** The product's folder that a page belongs to, if it is one of `folder`. */
function homeIn({ home }: FoundPage, folder: string): string | undefined {
  return home !== undefined && dirname(home) === resolve(folder) ? basename(home) : undefined;
}

/** The products' folders of which all pages were asked for. One without `pages/` has none to lose. */
async function wholeProducts(paths: readonly string[], folder: string): Promise<string[]> {
  const asked = new Set(paths.map((path) => resolve(path)));
  const names = await readdir(folder).catch((): string[] => []);
  const whole: string[] = [];
  for (const name of names.sort()) {
    const home = resolve(folder, name);
    const pages = await stat(join(home, "pages")).catch(() => undefined);
    const all = [resolve(folder), home, join(home, "pages")].some((path) => asked.has(path));
    if (all && pages?.isDirectory() === true) whole.push(name);
  }
  return whole;
}

/** Of products whose pages were all read: specs that no page has made. */
async function orphanSpecs(
  folder: string,
  homes: readonly string[],
  made: ReadonlyMap<string, unknown>,
): Promise<string[]> {
  const orphans: string[] = [];
  for (const home of homes) {
    const names = await readdir(join(folder, home, "operations")).catch((): string[] => []);
    for (const name of names.sort()) {
      const path = `${home}/operations/${name}`;
      if (name.endsWith(".yaml") && !made.has(path)) orphans.push(path);
    }
  }
  return orphans;
}

/** The page that a spec names, where it is still there. */
async function pageNamedIn(
  folder: string,
  path: string,
  limits: Limits,
): Promise<string | undefined> {
  const source = readSource(join(folder, path), { limits, size: "specBytes" });
  const spec = readOperation(source, createReporter(source, []))?.value;
  if (spec === undefined) return undefined;
  const page = join(folder, dirname(dirname(path)), spec.page);
  const found = await stat(page).catch(() => undefined);
  return found?.isFile() === true ? page : undefined;
}

function slashes(path: string): string {
  return path.split(sep).join("/");
}
