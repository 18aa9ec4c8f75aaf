import { relative, sep } from "node:path";
import type { Identity, Project } from "../config/project.ts";
import { addAll } from "../diagnostics/add-all.ts";
import { storedAt, type StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import { slashes } from "../text/slashes.ts";
import type { Candidate, GroupedPages } from "./group-pages.ts";
import type { PageOutcome } from "./page-outcome.ts";
import type { KnownPage } from "./read-pages.ts";

/** The pages that no operation was asked of, and what is wrong with that. */
export interface PageAccount {
  readonly outcomes: readonly PageOutcome[];
  readonly diagnostics: readonly StoredDiagnostic[];
}

/**
 * Accounts for the pages that are in no group: guides, pages of products that are not asked for, and pages
 * that look like an operation and name none. Folders and products without any operation are errors.
 */
export function accountPages(
  project: Project,
  { groups, unnamed, unwanted }: GroupedPages,
): PageAccount {
  const outcomes: PageOutcome[] = [];
  const diagnostics: StoredDiagnostic[] = [];
  for (const { page } of unnamed.filter(isAsked)) {
    const { file, named } = page.input;
    const looks = describeOutline(page);
    const [error] = page.errors;
    if (error !== undefined) {
      addAll(diagnostics, page.errors);
      outcomes.push({ file, state: "refused", reason: error.message });
      continue;
    }
    if (looks === undefined && !named) {
      outcomes.push({ file, state: "guide", reason: "it has no table of parameters" });
      continue;
    }
    const reported = named
      ? storedAt(file, "derive/no-operation", {})
      : storedAt(file, "extract/unnamed-operation", { looks: looks ?? "no table of parameters" });
    diagnostics.push(reported);
    outcomes.push({ file, state: "refused", reason: `${looks ?? "it"} names no operation` });
  }
  for (const { page, identity } of unwanted.filter(isAsked)) {
    outcomes.push({
      file: page.input.file,
      state: "unwanted",
      action: page.evidence.action ?? "",
      reason: `it documents ${nameOf(identity)}, which the configuration does not ask for`,
    });
  }
  const candidates = groups.flatMap((group) => group.candidates);
  diagnostics.push(
    ...emptySources(project, { candidates, unnamed, unwanted }),
    ...otherLanguages(project, groups),
  );
  return { outcomes, diagnostics };
}

/** What on a page looks like the documentation of an operation; nothing on a guide. */
export function describeOutline({ evidence: { outline } }: KnownPage): string | undefined {
  const { tables, request, response } = outline;
  if (tables > 0) return tables === 1 ? "a table of parameters" : `${tables} tables of parameters`;
  return request && response ? "a request and a response section" : undefined;
}

interface Accounted {
  readonly candidates: readonly Candidate[];
  readonly unnamed: readonly Candidate[];
  readonly unwanted: readonly Candidate[];
}

/** Folders and products that were asked for, and that no page documents. */
function emptySources(
  { root, sources, specs }: Project,
  { candidates, unnamed, unwanted }: Accounted,
): StoredDiagnostic[] {
  const nameFile = (path: string) => slashes(relative(root, path)) || ".";
  return sources.flatMap(({ pages, only }) =>
    pages.flatMap(({ path }) => {
      const isIn = ({ page: { input } }: Candidate) =>
        input.asked && (input.path === path || input.path.startsWith(path + sep));
      const fits = ({ identity }: Candidate) =>
        only === undefined ||
        (identity.product === only.product && identity.version === only.version);
      if (candidates.some((one) => isIn(one) && fits(one))) return [];
      const named = unnamed.find((one) => isIn(one) && one.page.input.path === path);
      // A single page without an operation has been reported.
      if (named !== undefined) return [];
      if (path === specs && unnamed.length + unwanted.length + candidates.length === 0) {
        return [storedAt(nameFile(path), "config/missing", { specs: nameFile(path) })];
      }
      const found = [...candidates, ...unwanted].filter(isIn).map(({ identity }) => identity);
      const folder = nameFile(path);
      const read = [...candidates, ...unwanted, ...unnamed].filter(isIn).length;
      const stated = listIdentities(found);
      return [
        only === undefined
          ? storedAt(folder, "extract/no-pages", { folder, read })
          : storedAt(folder, "extract/no-product", { product: nameOf(only), folder, stated, read }),
      ];
    }),
  );
}

/** Reports, once for each product, the operations whose pages are in none of the preferred languages. */
function otherLanguages(
  { languages }: Project,
  groups: GroupedPages["groups"],
): StoredDiagnostic[] {
  const [wanted] = languages;
  if (wanted === undefined) return [];
  const byFolder = new Map<string, { of: Identity; file: string; actions: string[] }>();
  for (const { productFolder, action, of, candidates } of groups) {
    const [first] = candidates;
    if (first === undefined || first.rank === 0 || !candidates.some(isAsked)) continue;
    const file = first.page.input.file;
    const found = byFolder.get(productFolder) ?? { of, file, actions: [] };
    found.actions.push(action);
    byFolder.set(productFolder, found);
  }
  return [...byFolder.values()].map(({ of, file, actions }) =>
    storedAt(file, "extract/other-language", { product: nameOf(of), language: wanted, actions }),
  );
}

function isAsked({ page }: Candidate): boolean {
  return page.input.asked;
}

function listIdentities(identities: readonly Identity[]): string {
  const counts = new Map<string, number>();
  for (const one of identities) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, pages]) => `${name} (${pages} ${pages === 1 ? "page" : "pages"})`)
    .join(", ");
}

function nameOf({ product, version }: Identity): string {
  return `${product || "an unknown product"} ${version || "of no version"}`;
}
