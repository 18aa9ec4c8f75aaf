import type { Config } from "../config/config.ts";
import type { Identity } from "../config/project.ts";
import { resolveProject } from "../config/resolve-project.ts";
import type { PageGroup } from "../corpus/group-pages.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import { readCorpus, type Corpus } from "../corpus/read-corpus.ts";
import { addAll } from "../diagnostics/add-all.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { restoreDiagnostics } from "../diagnostics/stored-diagnostic.ts";
import type { Page } from "../page/page.ts";
import { host } from "../spec/identity.ts";

/** A product's version, as pages state it. */
export interface SurveyedProduct extends Identity {
  /** The innermost folder that all its pages lie in, relative to the project. */
  readonly pages: string;
  readonly operations: number;
  /** Languages that folders around its pages name. */
  readonly languages: readonly string[];
  /** The host that most of its request samples call; missing where they do not agree. */
  readonly endpoint?: string;
}

/** What pages hold, before anything is configured. */
export interface Survey {
  readonly pages: readonly PageOutcome[];
  /** Tables of parameters. */
  readonly tables: number;
  readonly products: readonly SurveyedProduct[];
  /** Operations whose pages state no product or no version: they need an entry of their own. */
  readonly unknown: readonly string[];
}

/** Reads the pages below some folders, and counts what they hold. Paths are relative to `root`. */
export async function surveyPages(
  root: string,
  folders: readonly string[],
  diagnostics: Diagnostic[],
): Promise<Survey> {
  const project = resolveProject({}, root, { pages: folders });
  const corpus = await readCorpus(project, {}, diagnostics);
  const { groups, account, pages } = corpus;
  const errors = account.diagnostics.filter(({ severity }) => severity === "error");
  addAll(diagnostics, restoreDiagnostics(errors, root));
  const products = new Map<string, PageGroup[]>();
  const unknown: string[] = [];
  for (const group of groups) {
    if (group.of.product === "" || group.of.version === "") {
      unknown.push(group.action);
      continue;
    }
    const key = `${group.of.product} ${group.of.version}`;
    const known = products.get(key);
    if (known === undefined) products.set(key, [group]);
    else known.push(group);
  }
  return {
    pages: [...account.outcomes, ...outcomesOf(corpus)],
    tables: pages.reduce((sum, { evidence }) => sum + evidence.outline.tables, 0),
    products: [...products.values()].flatMap(describeProduct),
    unknown,
  };
}

/** The configuration that builds what a survey has found. */
export function suggestConfig({ products }: Survey): Config {
  const languages = new Set(products.flatMap((one) => one.languages));
  return {
    ...(languages.size < 2 ? {} : { languages: [...languages].sort() }),
    products: products.map(({ product, version, pages }) => ({ product, version, pages })),
  };
}

/** The pages that name an operation; whether they have errors is not known before they are derived. */
function outcomesOf({ groups }: Corpus): PageOutcome[] {
  return groups.flatMap(({ action, candidates }) =>
    candidates.map(({ page }, index): PageOutcome => {
      const state = index === 0 ? "used" : "second";
      return { file: page.input.file, state, action };
    }),
  );
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
    },
  ];
}

/** The hosts that the request samples of a page call. Those of examples, as in `example.com`, are none. */
function hostsOf({ samples }: Page): string[] {
  return samples.flatMap(({ kind, body }) => {
    if (kind !== "request") return [];
    const name = /^\s*https?:\/\/([a-z0-9.-]{4,253})[/?]/.exec(body.text)?.[1];
    return name === undefined || !host.test(name) || /(?:^|\.)example\./.test(name) ? [] : [name];
  });
}

/** The host that more than half of the pages with a host name. */
function agreedOn(hosts: ReadonlyMap<string, number>): string | undefined {
  const total = [...hosts.values()].reduce((sum, pages) => sum + pages, 0);
  return [...hosts].find(([, pages]) => pages * 2 > total)?.[0];
}

/** The innermost folder that all files lie in. */
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
