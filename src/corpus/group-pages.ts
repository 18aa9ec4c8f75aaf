import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Identity, Project } from "../config/project.ts";
import { createSiblings } from "../derive/siblings/create-siblings.ts";
import type { Siblings } from "../derive/siblings/page-evidence.ts";
import { apiVersion, productName } from "../spec/identity.ts";
import { folderName } from "../spec/product.ts";
import type { InputPage } from "./find-pages.ts";
import type { KnownPage } from "./read-pages.ts";

/** The pages of one operation, the one that its spec is to come from first: see `byPreference`. */
export interface PageGroup {
  /** Folder of the product's version, in the folder of specs. */
  readonly productFolder: string;
  /** The operation's name, in the spelling that counts. */
  readonly action: string;
  /** The other spellings, which differ in letter case only. */
  readonly otherSpellings: readonly string[];
  /** Product and version of its first page, as far as anything says it. */
  readonly of: Identity;
  readonly candidates: readonly Candidate[];
}

/** A page that an operation's spec can come from. */
export interface Candidate {
  readonly page: KnownPage;
  readonly siblings: Siblings;
  /** Product and version, for pages that do not state them. */
  readonly fallback?: Identity;
  /** Product and version as far as the page, its folder or its neighbours say them. */
  readonly identity: Identity;
  readonly language: string | undefined;
  /** The place of the first preferred language or folder that it fits, from 0 on. */
  readonly rank: number;
}

/** The pages of a corpus by what they document. */
export interface GroupedPages {
  readonly groups: readonly PageGroup[];
  /** Pages that name no operation. */
  readonly unnamed: readonly Candidate[];
  /** Pages of operations that the configuration does not ask for. */
  readonly unwanted: readonly Candidate[];
}

/** Brings the pages of each operation together. */
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
 * What goes without saying on a page: the product of the folder that it lies in, by its `product.yaml`, or
 * the only one that the configuration wants from it.
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
    // Its faults are reported where the product is put together.
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

/** The preferred language first, then the newest style, then the page that lies highest. */
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
 * The spellings of an operation's name, the one that counts first: the one with more capitals, which marks more
 * words, unless twice as many pages have another.
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

/** A folder's name that is a language, alone or after a dot: `zh-CN`, `intl.en-US`. */
const languageTag = /^(?:.*\.)?([a-z]{2}-[A-Z]{2})$/;

/** The language that the folders around a page name; nothing where they name none. */
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

/** Names that can name a folder. Others are reported where the page is derived. */
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
