import { uniteShapes } from "../nesting/unite-shapes.ts";
import type { ValueShape } from "../nesting/value-shape.ts";
import { findConventions, type Conventions } from "../nesting/find-conventions.ts";
import type { PageEvidence, Siblings } from "./page-evidence.ts";

/** What each of some pages can learn from the others. */
export function createSiblings(pages: readonly PageEvidence[]): (page: PageEvidence) => Siblings {
  const productOf = createVote(pages, "product");
  const known = pages.map((page) => ({ ...page, ...ifAny("product", productOf(page)) }));
  const versionOf = createVote(known, "version");
  const identify = (page: PageEvidence) => {
    const product = productOf(page);
    return { product, version: versionOf({ ...page, ...ifAny("product", product) }) };
  };
  const products = new Map<string, ValueShape[]>();
  const answersOf = new Map<string, Set<ValueShape>>();
  for (const page of pages) {
    if (page.answer === undefined || page.action === undefined) continue;
    const { product, version } = identify(page);
    const api = `${product ?? ""} ${version ?? ""}`;
    append(products, api, page.answer);
    const operation = `${api} ${page.action}`;
    answersOf.set(operation, (answersOf.get(operation) ?? new Set()).add(page.answer));
  }
  const operations = new Map<string, ValueShape>();
  for (const [operation, [first, ...others]] of answersOf) {
    if (first !== undefined) operations.set(operation, others.reduce(uniteShapes, first));
  }
  const conventions = new Map<string, Conventions>();
  return (page) => {
    const { product, version } = identify(page);
    const api = `${product ?? ""} ${version ?? ""}`;
    const found = conventions.get(api) ?? findConventions(products.get(api) ?? []);
    conventions.set(api, found);
    const answer = operations.get(`${api} ${page.action ?? ""}`);
    return {
      ...ifAny("product", product),
      ...ifAny("version", version),
      ...(answer === undefined ? {} : { answer }),
      conventions: found,
    };
  };
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function ifAny(what: "product" | "version", value: string | undefined) {
  return value === undefined ? {} : { [what]: value };
}

type Vote = (page: PageEvidence) => string | undefined;

/**
 * What a page says; else those in the nearest folder around it that has any, or where they disagree
 * those of the same operation.
 */
function createVote(pages: readonly PageEvidence[], what: "product" | "version"): Vote {
  const byAction = new Map<string, Set<string>>();
  const byFolder = new Map<string, Map<string, number>>();
  for (const page of pages) {
    const { action, product = "" } = page;
    const value = page[what];
    if (value === undefined) continue;
    for (const of of what === "version" ? [product, ""] : [""]) {
      if (action !== undefined) {
        const key = `${of} ${action}`;
        byAction.set(key, (byAction.get(key) ?? new Set()).add(value));
      }
      for (const folder of foldersOf(page.file)) {
        const key = `${of} ${folder}`;
        const counts = byFolder.get(key) ?? new Map<string, number>();
        counts.set(value, (counts.get(value) ?? 0) + 1);
        byFolder.set(key, counts);
      }
    }
  }
  return ({ file, action, product = "", [what]: stated }) => {
    if (stated !== undefined) return stated;
    const of = what === "version" ? product : "";
    for (const folder of foldersOf(file)) {
      const counts = byFolder.get(`${of} ${folder}`);
      if (counts === undefined) continue;
      if (counts.size === 1) return [...counts.keys()][0];
      const same = byAction.get(`${of} ${action ?? ""}`);
      if (same?.size === 1) return [...same][0];
      return undefined;
    }
    const same = byAction.get(`${of} ${action ?? ""}`);
    return same?.size === 1 ? [...same][0] : undefined;
  };
}

/** The folders around a file, from the nearest outwards. */
function foldersOf(file: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
