import { createSiblings } from "../derive/siblings/create-siblings.ts";
import type { Siblings } from "../derive/siblings/page-evidence.ts";
import type { Identity } from "../config/project.ts";
import { folderName } from "../spec/folder-name.ts";
import { apiVersion, productName } from "../spec/identity.ts";
import type { Product } from "../spec/product.ts";
import { pageLanguage } from "./page-language.ts";
import { rankPage } from "./rank-page.ts";
import type { KnownPage } from "./read-evidence.ts";

/** The pages of one operation, the one that its spec is to come from first: see `byPreference`. */
export interface PageGroup {
  /** Folder of the product's version, in the folder of specs. */
  readonly home: string;
  readonly action: string;
  /** What its first page is of, as far as anything says it. */
  readonly of: Identity;
  readonly candidates: readonly Candidate[];
}

/** A page that an operation's spec can come from. */
export interface Candidate {
  readonly page: KnownPage;
  readonly siblings: Siblings;
  /** Product and version, for pages that do not state them. */
  readonly fallback?: Identity;
  readonly language: string | undefined;
}

/** What a page's folder says of its product: `product.yaml`, or the configuration. */
export type Fallbacks = (page: KnownPage) => Product | Identity | undefined;

/**
 * Brings the pages of each operation together. Pages that document none are left out, unless they were
 * named themselves: of those it is to be said.
 */
export function groupPages(
  pages: readonly KnownPage[],
  languages: readonly string[],
  fallbackOf: Fallbacks,
): PageGroup[] {
  const siblingsOf = createSiblings(pages.map(({ evidence }) => evidence));
  const groups = new Map<string, PageGroup & { readonly candidates: Candidate[] }>();
  for (const page of pages) {
    const { input, evidence } = page;
    if (evidence.action === undefined && !input.named) continue;
    const siblings = siblingsOf(evidence);
    const stated = fallbackOf(page);
    const identity = {
      product: evidence.product ?? stated?.product ?? siblings.product ?? "",
      version: evidence.version ?? stated?.version ?? siblings.version ?? "",
    };
    if (input.only?.every((one) => !isSame(one, identity)) === true) continue;
    const home = input.home ?? folderName(usable(identity));
    const action = evidence.action ?? input.file;
    const key = `${home}/${action}`;
    const group = groups.get(key) ?? { home, action, of: identity, candidates: [] };
    group.candidates.push({
      page,
      siblings,
      ...(stated === undefined
        ? {}
        : { fallback: { product: stated.product, version: stated.version } }),
      language: pageLanguage(input),
    });
    groups.set(key, group);
  }
  const prefer = byPreference(languages);
  for (const { candidates } of groups.values()) candidates.sort(prefer);
  return [...groups.values()].sort((a, b) =>
    a.home === b.home ? order(a.action, b.action) : order(a.home, b.home),
  );
}

/** The preferred language first, then the newest style, then the page that lies highest. */
function byPreference(languages: readonly string[]): (a: Candidate, b: Candidate) => number {
  const rank = ({ page: { input } }: Candidate) => rankPage(input, languages);
  const age = ({ page: { evidence } }: Candidate) => -evidence.generation;
  const depth = ({ page: { input } }: Candidate) => input.file.split("/").length;
  return (a, b) => rank(a) - rank(b) || age(a) - age(b) || depth(a) - depth(b) || compare(a, b);
}

/** What can name a folder. Names that cannot are as good as none; that they are none is said elsewhere. */
function usable({ product, version }: Identity): Identity {
  const fits = productName.test(product) && apiVersion.test(version);
  return fits ? { product, version } : { product: "", version: "" };
}

function isSame(a: Identity, b: Identity): boolean {
  return a.product === b.product && a.version === b.version;
}

function compare(a: Candidate, b: Candidate): number {
  return order(a.page.input.file, b.page.input.file);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
