import { distance } from "fastest-levenshtein";
import { relative, sep } from "node:path";
import type { Identity, Project } from "../config/project.ts";
import { addAll } from "../diagnostics/add-all.ts";
import { storedAt, type StoredDiagnostic } from "../diagnostics/stored-diagnostic.ts";
import { folderName } from "../spec/product.ts";
import { digest } from "../text/digest.ts";
import { slashes } from "../text/slashes.ts";
import { ignoreMatcher, unreadOutcome, type InputPage } from "./find-pages.ts";
import type { Candidate, GroupedPages } from "./group-pages.ts";
import { noTables, type PageOutcome } from "./page-outcome.ts";
import type { KnownPage } from "./read-pages.ts";

/** The pages outside all operations, and the diagnostics about them. */
export interface PageAccount {
  readonly outcomes: readonly PageOutcome[];
  readonly diagnostics: readonly StoredDiagnostic[];
  /** The folders of requested products that no page documents. */
  readonly missing: ReadonlySet<string>;
}

/**
 * Accounts for the ungrouped pages: guides, pages of other products, and pages that look like an
 * operation without naming one. Folders and products without any operation are errors.
 */
export function accountPages(
  project: Project,
  { groups, unnamed, unwanted }: GroupedPages,
  input: readonly InputPage[],
): PageAccount {
  const outcomes: PageOutcome[] = [];
  const diagnostics = idleEntries(project, input);
  const read = new Set(
    [...groups.flatMap((group) => group.candidates), ...unnamed, ...unwanted].map(
      ({ page }) => page.input,
    ),
  );
  for (const one of input) {
    if (!one.asked || read.has(one)) continue;
    const unread = unreadOutcome(one);
    outcomes.push(unread);
    const { file, state, reason = "" } = unread;
    if (one.unread?.loses === true && state !== "ignored") {
      diagnostics.push(storedAt(file, "file/not-followed", { reason }));
    }
  }
  for (const { page } of unnamed.filter(isAsked)) {
    const { file, named } = page.input;
    const looks = describeOutline(page);
    const [error] = page.errors;
    if (error !== undefined) {
      addAll(diagnostics, page.errors);
      outcomes.push({ file, state: "refused", reason: error.message });
      continue;
    }
    if (page.digest === nothing) {
      diagnostics.push(storedAt(file, "extract/empty-page", {}));
      if (named) diagnostics.push(storedAt(file, "derive/no-operation", {}));
      outcomes.push({ file, state: "refused", reason: "it is empty" });
      continue;
    }
    if (looks === undefined && !named) {
      outcomes.push({ file, state: "guide", reason: noTables });
      continue;
    }
    const reported = named
      ? storedAt(file, "derive/no-operation", {})
      : storedAt(file, "extract/unnamed-operation", { looks: looks ?? "no table of parameters" });
    diagnostics.push(reported);
    const shape = looks === undefined ? "" : `has ${looks} and `;
    outcomes.push({ file, state: "refused", reason: `it ${shape}names no operation` });
  }
  const made = new Set(groups.map(({ of, action }) => keyOf(of, action)));
  for (const { page, identity } of unwanted.filter(isAsked)) {
    const { file, only = [] } = page.input;
    const action = page.evidence.action ?? "";
    const reason = `it documents ${nameOf(identity)}, which the configuration does not ask for`;
    const fault = faultOf(identity, only, action, (one) => made.has(keyOf(one, action)));
    if (fault === undefined) outcomes.push({ file, state: "unwanted", action, reason });
    else {
      const reported = fault(file);
      diagnostics.push(reported);
      outcomes.push({ file, state: "refused", action, reason: reported.message });
    }
  }
  const candidates = groups.flatMap((group) => group.candidates);
  const empty = emptySources(project, { candidates, unnamed, unwanted });
  addAll(diagnostics, empty.diagnostics);
  addAll(diagnostics, otherLanguages(project, groups));
  return { outcomes, diagnostics, missing: new Set(empty.missing) };
}

/** The digest of an empty page. */
const nothing = digest("");

/** Reports entries of `ignore` that match no page. Skipped if only some pages are read. */
function idleEntries(
  { root, ignore, partial }: Project,
  input: readonly InputPage[],
): StoredDiagnostic[] {
  if (partial) return [];
  const isIdle = (entry: string) => {
    const matches = ignoreMatcher(entry, root);
    return !input.some(({ path }) => matches(path));
  };
  return ignore.filter(isIdle).map((entry) => {
    const shown = slashes(relative(root, entry));
    return storedAt(shown, "config/ignores-nothing", { entry: shown });
  });
}

/** Returns a diagnostic about a page of another product, if its product is unknown or misspelt. */
function faultOf(
  identity: Identity,
  only: readonly Identity[],
  action: string,
  isMade: (of: Identity) => boolean,
): ((file: string) => StoredDiagnostic) | undefined {
  const { product, version } = identity;
  if (product === "" || version === "") {
    const lacks = product === "" ? "product" : "version";
    return (file) => storedAt(file, "extract/unknown-product", { action, lacks });
  }
  // Products with nearly the same name are several, unless they have the same operation at the same version.
  const isMeant = (one: Identity) =>
    one.product.toLowerCase() === product.toLowerCase() ||
    (distance(one.product, product) === 1 && isMade(one));
  const meant = only.find((one) => one.version === version && isMeant(one));
  if (meant === undefined) return undefined;
  const parameters = { found: product, asked: meant.product };
  return (file) => storedAt(file, "extract/product-spelling", parameters);
}

function keyOf({ product, version }: Identity, action: string): string {
  return `${product} ${version} ${action.toLowerCase()}`;
}

/** Describes the parts of a page that look like the documentation of an operation; nothing on a guide. */
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

/** Reports requested folders and products that no page documents. */
function emptySources(
  { root, sources, specs, partial }: Project,
  { candidates, unnamed, unwanted }: Accounted,
): { readonly diagnostics: StoredDiagnostic[]; readonly missing: string[] } {
  const nameFile = (path: string) => slashes(relative(root, path)) || ".";
  const missing: string[] = [];
  const diagnostics = sources.flatMap(({ pages, only }) =>
    pages.flatMap(({ path }) => {
      const isIn = ({ page: { input } }: Candidate) =>
        input.asked && (input.path === path || input.path.startsWith(path + sep));
      const fits = ({ identity }: Candidate) =>
        only === undefined ||
        (identity.product === only.product && identity.version === only.version);
      const own = candidates.filter((one) => isIn(one) && fits(one));
      // Pages without a stated product match any. They must not hide pages that state another one.
      const isStated = own.some(({ page }) => page.evidence.product !== undefined);
      const isOther = ({ page }: Candidate) => page.evidence.product !== undefined;
      if (own.length > 0 && (isStated || !unwanted.some((one) => isIn(one) && isOther(one)))) {
        return [];
      }
      // Part of a folder need not contain pages of each configured product.
      if (partial && candidates.some(isIn)) return [];
      if (only !== undefined) missing.push(folderName(only));
      const named = unnamed.find((one) => isIn(one) && one.page.input.path === path);
      // A single page without an operation is already reported.
      if (named !== undefined) return [];
      if (path === specs && unnamed.length + unwanted.length + candidates.length === 0) {
        return [storedAt(nameFile(path), "config/missing", { specs: nameFile(path) })];
      }
      const found = [...candidates, ...unwanted]
        .filter((one) => isIn(one) && !own.includes(one))
        .map(({ identity }) => identity);
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
  return { diagnostics, missing };
}

/** Reports, once for each product, operations without a page in a preferred language. */
function otherLanguages(
  { languages }: Project,
  groups: GroupedPages["groups"],
): StoredDiagnostic[] {
  const [wanted] = languages;
  if (wanted === undefined) return [];
  const byFolder = new Map<string, { of: Identity; file: string; names: string[] }>();
  for (const { productFolder, action, of, candidates } of groups) {
    const [first] = candidates;
    if (first === undefined || first.rank === 0 || !candidates.some(isAsked)) continue;
    const file = first.page.input.file;
    const found = byFolder.get(productFolder) ?? { of, file, names: [] };
    found.names.push(action);
    byFolder.set(productFolder, found);
  }
  return [...byFolder.values()].map(({ of, file, names }) =>
    storedAt(file, "extract/other-language", { product: nameOf(of), language: wanted, names }),
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
