import type { Config } from "../config/config.ts";
import type { Identity } from "../config/project.ts";
import { resolveProject } from "../config/resolve-project.ts";
import { deriveOperations } from "../corpus/derive-operations.ts";
import type { PageGroup } from "../corpus/group-pages.ts";
import { noCache, type CachedPage } from "../corpus/page-cache.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import { readCorpus, type Corpus } from "../corpus/read-corpus.ts";
import { addAll } from "../diagnostics/add-all.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { restoreDiagnostics } from "../diagnostics/stored-diagnostic.ts";
import type { Page } from "../page/page.ts";
import { host } from "../spec/identity.ts";
import { folderName } from "../spec/product.ts";

/** A product version that pages document. */
export interface SurveyedProduct extends Identity {
  /** The innermost folder of all its pages, relative to the project. */
  readonly pages: string;
  /** The number of operations that a build makes. */
  readonly operations: number;
  /** The languages in folder names around its pages. */
  readonly languages: readonly string[];
  /** The host that most of its request samples call; missing where they do not agree, or name none. */
  readonly endpoint?: string;
  /** The number of hosts that its request samples call. */
  readonly hosts: number;
}

/** The contents of pages before any configuration. */
export interface Survey {
  readonly pages: readonly PageOutcome[];
  /** The number of parameter tables. */
  readonly tables: number;
  readonly products: readonly SurveyedProduct[];
  /** Operations whose pages state no product or version; they need an entry of their own. */
  readonly unknown: readonly string[];
  /** The entry that these operations need. A setting that their pages do not state is empty. Missing where there are none. */
  readonly entry?: Identity & { readonly pages: string };
  /** Operations whose pages state none either, and lie in the folder of a product that they are taken for. */
  readonly adopted: readonly string[];
}

/**
 * Reads the pages below some folders, and counts the operations that `init`'s configuration will
 * build. Paths are relative to `root`.
 */
export async function surveyPages(
  root: string,
  folders: readonly string[],
  diagnostics: Diagnostic[],
): Promise<Survey> {
  const corpus = await readCorpus(resolveProject({}, root, { pages: folders }), {}, diagnostics);
  const { groups, account, pages } = corpus;
  const errors = account.diagnostics.filter(({ severity }) => severity === "error");
  addAll(diagnostics, restoreDiagnostics(errors, root));
  const products = new Map<string, PageGroup[]>();
  const unknown: PageGroup[] = [];
  for (const group of groups) {
    if (group.of.product === "" || group.of.version === "") {
      unknown.push(group);
      continue;
    }
    const key = `${group.of.product} ${group.of.version}`;
    const known = products.get(key);
    if (known === undefined) products.set(key, [group]);
    else known.push(group);
  }
  const found = [...products.values()].flatMap(describeProduct);
  const built = await buildSurveyed(root, found, corpus);
  const outcomes = new Map(
    [
      ...account.outcomes,
      ...unknown.flatMap(({ action, candidates }) =>
        candidates.map(({ page }): PageOutcome => ({
          file: page.input.file,
          state: "refused",
          action,
          reason,
        })),
      ),
      ...built.outcomes,
    ].map((one) => [one.file, one]),
  );
  const isAdopted = ({ candidates }: PageGroup) =>
    candidates.some(({ page }) => outcomes.get(page.input.file)?.reason !== reason);
  const open = unknown.filter((group) => !isAdopted(group));
  const actions = (some: readonly PageGroup[]) => some.map(({ action }) => action);
  return {
    pages: [...outcomes.values()],
    tables: pages.reduce((sum, { evidence }) => sum + evidence.outline.tables, 0),
    products: found.map((one) => ({ ...one, operations: built.operations(one) })),
    unknown: actions(open),
    ...(open.length === 0 ? {} : { entry: entryOf(open) }),
    adopted: actions(unknown.filter(isAdopted)),
  };
}

const reason = "it states no product or no version";

/**
 * Builds surveyed products without writing. The evidence of pages is reused from the first reading.
 */
async function buildSurveyed(
  root: string,
  products: readonly SurveyedProduct[],
  { pages }: Corpus,
): Promise<{
  readonly outcomes: readonly PageOutcome[];
  readonly operations: (of: Identity) => number;
}> {
  if (products.length === 0) return { outcomes: [], operations: () => 0 };
  const project = resolveProject(suggestConfig({ products }), root);
  const known = new Map(
    pages.map(({ input, digest, packed, errors }): [string, CachedPage] => [
      input.file,
      { digest, evidence: packed, errors },
    ]),
  );
  const cache = { ...noCache, find: (file: string) => known.get(file) };
  const digests = new Map([...known].map(([file, { digest }]) => [file, digest]));
  const { account, groups } = await readCorpus(project, { cache, digests }, []);
  const outcomes = [...account.outcomes];
  const counts = new Map<string, number>();
  for (const name of new Set(groups.map(({ productFolder }) => productFolder))) {
    const own = groups.filter(({ productFolder }) => productFolder === name);
    const derived = deriveOperations(own, { project, cache, step: () => undefined });
    addAll(outcomes, derived.outcomes);
    counts.set(name, derived.operations.length);
  }
  return { outcomes, operations: (of) => counts.get(folderName(of)) ?? 0 };
}

/** The entry of operations whose pages do not state all of it: what they agree on is filled in. */
function entryOf(groups: readonly PageGroup[]): Identity & { readonly pages: string } {
  const agreed = (key: keyof Identity) => {
    const [first = "", ...others] = new Set(groups.map(({ of }) => of[key]));
    return others.length === 0 ? first : "";
  };
  const files = groups.flatMap(({ candidates }) => candidates.map(({ page }) => page.input.file));
  return { product: agreed("product"), version: agreed("version"), pages: folderOf(files) };
}

/**
 * The configuration that builds what a survey has found. If no page states its product, it has the entry to fill
 * in.
 */
export function suggestConfig({ products, entry }: Pick<Survey, "products" | "entry">): Config {
  const languages = new Set(products.flatMap((one) => one.languages));
  const entries = products.map(({ product, version, pages }) => ({ product, version, pages }));
  return {
    ...(languages.size < 2 ? {} : { languages: [...languages].sort() }),
    products: entries.length === 0 && entry !== undefined ? [entry] : entries,
  };
}

function describeProduct(groups: readonly PageGroup[]): SurveyedProduct[] {
  const [first] = groups;
  if (first === undefined) return [];
  const candidates = groups.flatMap((group) => group.candidates);
  const hosts = new Map<string, number>();
  for (const { page } of candidates) {
    const facts = page.facts([]);
    if (facts === undefined) continue;
    for (const name of new Set(hostsOf(facts.page))) hosts.set(name, (hosts.get(name) ?? 0) + 1);
  }
  const endpoint = agreedOn(hosts);
  return [
    {
      ...first.of,
      pages: folderOf(candidates.map(({ page }) => page.input.file)),
      operations: groups.length,
      languages: [...new Set(candidates.flatMap(({ language }) => language ?? []))].sort(),
      ...(endpoint === undefined ? {} : { endpoint }),
      hosts: hosts.size,
    },
  ];
}

/**
 * Returns the hosts that a page's request samples call, without example hosts such as
 * `example.com`.
 */
function hostsOf({ samples }: Page): string[] {
  return samples.flatMap(({ kind, body }) => {
    if (kind !== "request") return [];
    const name = /^\s*https?:\/\/([a-z0-9.-]{4,253})[/?]/.exec(body.text)?.[1];
    return name === undefined || !host.test(name) || /(?:^|\.)example\./.test(name) ? [] : [name];
  });
}

/** Returns the host of more than half of the pages that name one. */
function agreedOn(hosts: ReadonlyMap<string, number>): string | undefined {
  const total = [...hosts.values()].reduce((sum, pages) => sum + pages, 0);
  return [...hosts].find(([, pages]) => pages * 2 > total)?.[0];
}

/** Returns the innermost common folder of all files. */
function folderOf(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => file.split("/").slice(0, -1));
  let length = first.length;
  for (const parts of others) {
    let common = 0;
    while (common < length && parts[common] === first[common]) common += 1;
    length = common;
  }
  return length === 0 ? "." : first.slice(0, length).join("/");
}
