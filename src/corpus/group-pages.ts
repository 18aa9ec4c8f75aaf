import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Identity, Project } from "../config/project.ts";
import { createSiblings } from "../derive/siblings/create-siblings.ts";
import type { Siblings } from "../derive/siblings/page-evidence.ts";
import { apiVersion, productName } from "../spec/identity.ts";
import { folderName } from "../spec/product.ts";
import type { InputPage } from "./find-pages.ts";
import type { KnownPage } from "./read-pages.ts";

/** The pages of one operation, sorted by `byPreference`; the spec comes from the first. */
export interface PageGroup {
  /** The product version's folder, below the folder of specs. */
  readonly productFolder: string;
  /** The operation's name, in the preferred spelling. */
  readonly action: string;
  /** Other spellings, which differ only in letter case. */
  readonly otherSpellings: readonly string[];
  /** Product and version of the first page, as far as known. */
  readonly of: Identity;
  readonly candidates: readonly Candidate[];
}

/** A possible source page of an operation's spec. */
export interface Candidate {
  readonly page: KnownPage;
  readonly siblings: Siblings;
  /** Product and version for pages that state none. */
  readonly fallback?: Identity;
  /** Product and version from the page, its folder or its neighbours. */
  readonly identity: Identity;
  readonly language: string | undefined;
  /** The index of the first preferred language or folder that matches, from 0. */
  readonly rank: number;
}

/** The pages of a corpus, grouped by operation. */
export interface GroupedPages {
  readonly groups: readonly PageGroup[];
  /** Pages without an operation name. */
  readonly unnamed: readonly Candidate[];
  /** Pages of operations outside the configuration. */
  readonly unwanted: readonly Candidate[];
}

/** Groups pages by operation. */
export function groupPages(
  { languages }: Pick<Project, "languages">,
  pages: readonly KnownPage[],
  fallbackOf: (page: InputPage) => Identity | undefined = () => undefined,
): GroupedPages {
  const siblingsOf = createSiblings(pages.map(({ evidence }) => evidence));
  const groups = new Map<string, { productFolder: string; candidates: Candidate[] }>();
  const unnamed: Candidate[] = [];
  const unwanted: Candidate[] = [];
  for (const page of pages) {
    const { input, evidence } = page;
    const siblings = siblingsOf(evidence);
    const fallback = fallbackOf(input);
    const identity = {
      product: evidence.product ?? fallback?.product ?? siblings.product ?? "",
      version: evidence.version ?? fallback?.version ?? siblings.version ?? "",
    };
    const candidate = {
      page,
      siblings,
      ...(fallback === undefined ? {} : { fallback }),
      identity,
      language: pageLanguage(input),
      rank: rankPage(input, languages),
    };
    if (evidence.action === undefined) unnamed.push(candidate);
    else if (input.only?.every((one) => !isSame(one, identity)) === true) unwanted.push(candidate);
    else {
      const productFolder = input.productFolder ?? folderName(usable(identity));
      const key = `${productFolder}/${evidence.action.toLowerCase()}`;
      const group = groups.get(key) ?? { productFolder, candidates: [] };
      group.candidates.push(candidate);
      groups.set(key, group);
    }
  }
  const named = [...groups.values()].map(({ productFolder, candidates }): PageGroup => {
    candidates.sort(byPreference);
    const [action = "", ...otherSpellings] = spellings(candidates);
    const of = candidates[0]?.identity ?? { product: "", version: "" };
    return { productFolder, action, otherSpellings, of, candidates };
  });
  return { groups: named.sort(byName), unnamed, unwanted };
}

/**
 * Returns product and version for pages that state none: from the folder's `product.yaml`, or the
 * only one configured for it.
 */
export async function readFallbacks(
  { specs, limits }: Pick<Project, "specs" | "limits">,
  pages: readonly KnownPage[],
): Promise<(page: InputPage) => Identity | undefined> {
  const products = new Map<string, Identity>();
  for (const name of new Set(pages.flatMap(({ input }) => input.productFolder ?? []))) {
    const folder = join(specs, name);
    if (!existsSync(join(folder, "product.yaml"))) continue;
    const { readProduct } = await import("../spec/read-product.ts");
    // Its errors are reported when the product is loaded.
    const stated = await readProduct(folder, [], limits);
    if (stated !== undefined) {
      products.set(name, { product: stated.product, version: stated.version });
    }
  }
  return ({ productFolder, only }) => {
    const stated = productFolder === undefined ? undefined : products.get(productFolder);
    return stated ?? (only?.length === 1 ? only[0] : undefined);
  };
}

/** Sorts by preferred language, then newest style, then shortest path. */
function byPreference(a: Candidate, b: Candidate): number {
  const age = ({ page: { evidence } }: Candidate) => -evidence.generation;
  const depth = ({ page: { input } }: Candidate) => input.file.split("/").length;
  return (
    a.rank - b.rank ||
    age(a) - age(b) ||
    depth(a) - depth(b) ||
    order(a.page.input.file, b.page.input.file)
  );
}

/**
 * Sorts the spellings of an operation's name by preference. The one with most capitals comes first,
 * because it separates most words. Another spelling wins if twice as many pages use it.
 */
function spellings(candidates: readonly Candidate[]): string[] {
  const counts = new Map<string, number>();
  for (const { page } of candidates) {
    const name = page.evidence.action ?? "";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const capitals = (name: string) => name.replace(/[^A-Z]/g, "").length;
  const most = Math.max(...counts.values());
  const isRare = (pages: number) => pages * 2 <= most;
  return [...counts]
    .sort(
      ([a, m], [b, n]) =>
        Number(isRare(m)) - Number(isRare(n)) || capitals(b) - capitals(a) || n - m || order(a, b),
    )
    .map(([name]) => name);
}

function byName(a: PageGroup, b: PageGroup): number {
  return order(a.productFolder, b.productFolder) || order(a.action, b.action);
}

/** A folder name that is a language, alone or after a dot: `zh-CN`, `intl.en-US`. */
const languageTag = /^(?:.*\.)?([a-z]{2}-[A-Z]{2})$/;

/** Returns the language named by a page's folders; `undefined` if none. */
function pageLanguage({ file }: Pick<InputPage, "file">): string | undefined {
  const folders = file.split("/").slice(0, -1).reverse();
  for (const folder of folders) {
    const language = languageTag.exec(folder)?.[1];
    if (language !== undefined) return language;
  }
  return undefined;
}

function rankPage(page: Pick<InputPage, "file">, languages: readonly string[]): number {
  const folders = page.file.split("/").slice(0, -1);
  const language = pageLanguage(page);
  const rank = languages.findIndex(
    (wanted) =>
      folders.includes(wanted) ||
      language === wanted ||
      language?.startsWith(`${wanted}-`) === true,
  );
  return rank === -1 ? languages.length : rank;
}

/** Returns a valid folder identity. Invalid names are reported when the page is derived. */
function usable({ product, version }: Identity): Identity {
  const fits = productName.test(product) && apiVersion.test(version);
  return fits ? { product, version } : { product: "", version: "" };
}

function isSame(a: Identity, b: Identity): boolean {
  return a.product === b.product && a.version === b.version;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
