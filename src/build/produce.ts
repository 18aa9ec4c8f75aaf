import { existsSync, readdirSync, readFileSync } from "node:fs";
import { addAll } from "../diagnostics/add-all.ts";
import { basename, join, relative, resolve, sep } from "node:path";
import { listProductFolders, otherProductFolders } from "../assemble/find-product-folders.ts";
import { listProductFiles } from "../assemble/list-product-files.ts";
import {
  findStaleSpecs,
  readPagedSpec,
  type SpecOperation,
  type StaleSpec,
} from "../assemble/load-product.ts";
import { makeProduct } from "../assemble/make-product.ts";
import type { BuiltPackage, CachedProduct } from "../assemble/product-cache.ts";
import { readMaterials } from "../assemble/read-materials.ts";
import { packageRoot } from "../config/package-root.ts";
import { locatePage } from "../config/locate-page.ts";
import type { Identity, Project } from "../config/project.ts";
import { describeOutline } from "../corpus/account-pages.ts";
import { deriveOperations, type DerivedOperations } from "../corpus/derive-operations.ts";
import type { InputPage } from "../corpus/find-pages.ts";
import type { PageGroup } from "../corpus/group-pages.ts";
import type { CachedPage, Derivation } from "../corpus/page-cache.ts";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import { readCorpus, type Corpus } from "../corpus/read-corpus.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import {
  storedAt,
  storeDiagnostic,
  type StoredDiagnostic,
} from "../diagnostics/stored-diagnostic.ts";
import type { WritePlan } from "../output/write-plan.ts";
import { positionsPath, writePositions } from "../spec/positions.ts";
import { writeOperation } from "../spec/write-operation.ts";
import { digest } from "../text/digest.ts";
import { readSource } from "../text/read-source.ts";
import { slashes } from "../text/slashes.ts";
import type { BuildDetails, FiledPageCache } from "./cache.ts";

/** The steps of a run: pages to specs, specs to packages, or both. */
export type Steps = "specs" | "packages" | "both";

/**
 * The specs at the start of a session, by product folder. A watch builds after each deleted page;
 * these removals count as one.
 */
export type Session = Map<string, ReadonlySet<string>>;

/** The input of a run. */
export interface ProduceOptions {
  readonly project: Project;
  readonly steps: Steps;
  /** The pages; empty if only packages are made. */
  readonly pages: readonly InputPage[];
  /** Names of product folders to make packages of, if only packages are made. */
  readonly folders: readonly string[];
  /** Known digests by path, relative to the project. */
  readonly digests: ReadonlyMap<string, string>;
  readonly cache: FiledPageCache;
  /** The products of the last build. */
  readonly products: BuildDetails["products"];
  /** Digest of docwright itself. */
  readonly generator: string;
  /** Removes operations whose pages are gone, in any number. */
  readonly prune: boolean;
  readonly session: Session;
  readonly progress: Progress;
}

/** The result of a run, besides its write plan. */
export interface Produced {
  readonly details: BuildDetails;
  readonly productFolders: readonly string[];
  readonly packages: readonly BuiltPackage[];
  readonly pages: readonly PageOutcome[];
  readonly diagnostics: readonly StoredDiagnostic[];
  /** Pages that no longer document an operation, and whose operations were removed. */
  readonly lost: readonly string[];
}

/** Builds specs and packages into a write plan. Valid results of the last build are reused. */
export async function produce(options: ProduceOptions, plan: WritePlan): Promise<Produced> {
  const { project, steps, products } = options;
  const found: Diagnostic[] = [];
  const corpus = await readCorpus(project, { ...options, input: options.pages }, found);
  const groups = groupByFolder(corpus);
  const folders =
    steps === "packages" ? options.folders : listProductFolders(project, [...groups.keys()]);
  const materials = once(() => readMaterials(project.templates, found));
  const mayRemove = (removed: number, of: number) => options.prune || !isMany(removed, of);
  const tools = {
    project,
    plan,
    materials,
    common: commonDigest(options),
    ...(steps === "packages" ? { mayRemove } : {}),
  };
  // Faults of the user's templates are reported even where no package needs them.
  if (project.templates !== undefined && steps !== "specs") await materials();
  // A project with specs but without pages needs no configuration.
  const diagnostics = corpus.account.diagnostics.filter(
    ({ code }) => steps !== "packages" && (code !== "config/missing" || folders.length === 0),
  );
  const outcomes = [...corpus.account.outcomes];
  let hasSpecs = Object.keys(products).some((name) => !options.prune && !folders.includes(name));
  const derivations = new Map<string, Derivation>();
  const made: Record<string, CachedProduct> = {};
  const lost = new Map<string, boolean>();
  const refused = new Map<string, string>();
  let done = corpus.pages.length;
  const step = () => {
    options.progress((done += 1), corpus.pages.length + corpus.groups.length, "operations");
  };
  // One product at a time, because all operations together would take much memory.
  for (const name of folders) {
    const derived = deriveOperations(groups.get(name) ?? [], { ...options, step });
    for (const [file, one] of derived.derivations) derivations.set(file, one);
    if (project.partial) {
      addAll(diagnostics, replacedPages(derived, join(project.specs, name), corpus, project));
    }
    const written = writeSpecs(name, derived, project, plan);
    const { operations, broken } = written;
    addAll(outcomes, written.outcomes);
    addAll(diagnostics, derived.diagnostics);
    addAll(diagnostics, written.reported);
    const { stale, reported, emptied, restated } =
      steps === "packages"
        ? nothingStale
        : removeStale({ name, broken, operations, corpus }, options, plan);
    addAll(diagnostics, reported);
    for (const [file, reason] of restated) refused.set(file, reason);
    for (const { path, names } of emptied) {
      const isGuide = outcomes.some(({ file, state }) => file === path && state === "guide");
      if (!isGuide) continue;
      lost.set(path, stale.size > 0);
      diagnostics.push(storedAt(path, "extract/lost-operation", { names }));
    }
    hasSpecs ||= operations.length > 0 || countSpecs(name, project) > stale.size;
    if (steps === "specs") continue;
    const task = { name, operations, broken, stale };
    const product = await makeProduct(task, products[name], tools);
    addAll(diagnostics, product.diagnostics);
    if (product.cached !== undefined) made[name] = product.cached;
  }
  if (project.partial && steps !== "packages") {
    addAll(diagnostics, leftBehind([...groups.keys()], corpus, project, plan));
  }
  if (hasSpecs && steps !== "packages") writeShared(project, plan);
  if (steps === "both") {
    const gone = removeProducts(folders, corpus.account.missing, options, plan);
    addAll(diagnostics, gone.reported);
    Object.assign(made, gone.kept);
  }
  addAll(
    diagnostics,
    found.map((one) => storeDiagnostic(one, project.root)),
  );
  return {
    details: { pages: cachePages(corpus, derivations), products: made },
    productFolders: folders,
    packages: folders.flatMap((name) => made[name]?.built ?? []),
    pages: outcomes
      .map((one): PageOutcome => {
        const reason = one.state === "unwanted" ? refused.get(one.file) : undefined;
        if (reason !== undefined) return { ...one, state: "refused", reason };
        return lost.has(one.file) ? { ...one, ...noLonger } : one;
      })
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
    lost: [...lost].flatMap(([file, isRemoved]) => (isRemoved ? [file] : [])),
    // Notes are only shown where a page is inspected alone.
    diagnostics: onceEach(diagnostics.filter(({ severity }) => severity !== "note")),
  };
}

const noLonger = {
  state: "refused",
  reason: "it documented an operation, and names none any more",
} as const;

/** Returns the requested groups by the folder of their product version. */
function groupByFolder({ groups }: Corpus): Map<string, PageGroup[]> {
  const folders = new Map<string, PageGroup[]>();
  for (const group of groups) {
    if (!group.candidates.some(({ page }) => page.input.asked)) continue;
    const { productFolder } = group;
    const known = folders.get(productFolder);
    if (known === undefined) folders.set(productFolder, [group]);
    else known.push(group);
  }
  return folders;
}

function countSpecs(name: string, { specs }: Project): number {
  return listProductFiles(join(specs, name)).specs.length;
}

/** Text files have the same line ends on all systems; positions are not reviewed. */
const specAttributes = `# Written by docwright.
* text=auto eol=lf
*/positions/*.json linguist-generated
`;

/** Writes the shared files of the folder of specs. */
function writeShared({ specs }: Project, plan: WritePlan): void {
  for (const [path, text] of schemaFiles()) plan.put(join(specs, "schema", path), text);
  plan.put(join(specs, ".gitattributes"), specAttributes);
}

interface WrittenSpecs extends Pick<DerivedOperations, "broken" | "outcomes"> {
  readonly operations: readonly SpecOperation[];
  readonly reported: readonly StoredDiagnostic[];
}

/** Writes the changed specs of a product version. A spec above the size limit is not written. */
function writeSpecs(
  name: string,
  derived: DerivedOperations,
  { root, specs, limits }: Project,
  plan: WritePlan,
): WrittenSpecs {
  const operations: SpecOperation[] = [];
  const tooLong = new Map<string, StoredDiagnostic>();
  for (const { unchanged, ...operation } of derived.operations) {
    const spec = join(specs, name, "operations", `${operation.action}.yaml`);
    const positions = positionsPath(spec);
    const isKept = unchanged && plan.keep(spec);
    const text = isKept ? "" : writeOperation(operation.read());
    const found = Buffer.byteLength(text);
    if (found > limits.specBytes) {
      const over = { found, allowed: limits.specBytes };
      const place = slashes(relative(root, spec));
      tooLong.set(operation.action, storedAt(place, "limit/spec-bytes", over));
      continue;
    }
    if (!isKept) plan.put(spec, text);
    if (!isKept || !plan.keep(positions)) {
      plan.put(positions, writePositions(operation.read()));
    }
    operations.push({ ...operation, spec });
  }
  const outcomes = derived.outcomes.map((one): PageOutcome => {
    const over = tooLong.get(one.action ?? "");
    if (over === undefined || one.state !== "used") return one;
    return { ...one, state: "refused", reason: over.message };
  });
  return {
    operations,
    broken: [...derived.broken, ...tooLong.keys()],
    outcomes,
    reported: [...tooLong.values()],
  };
}

interface Derived {
  readonly name: string;
  readonly broken: readonly string[];
  readonly operations: readonly SpecOperation[];
  readonly corpus: Corpus;
}

/** Specs to remove, and diagnostics about them. */
interface Removal {
  readonly stale: ReadonlySet<string>;
  readonly reported: readonly StoredDiagnostic[];
  /** Pages that had specs and no longer document an operation, relative to the project. */
  readonly emptied: readonly { readonly path: string; readonly names: readonly string[] }[];
  /** Pages that made a spec and state another product now, relative to the project, with the message. */
  readonly restated: ReadonlyMap<string, string>;
}

const nothingStale: Removal = {
  stale: new Set(),
  reported: [],
  emptied: [],
  restated: new Map(),
};

/** Removes the specs whose pages are gone. Too many removals are an error, and the specs stay. */
function removeStale(
  { name, broken, operations, corpus }: Derived,
  { project, prune, session }: ProduceOptions,
  plan: WritePlan,
): Removal {
  // A product without any page is most likely misspelt.
  if (project.partial || corpus.account.missing.has(name)) return nothingStale;
  const folder = join(project.specs, name);
  const { specs, positions } = listProductFiles(folder);
  const written = new Set(operations.map(({ spec }) => spec));
  const others = specs.filter((path) => !written.has(path));
  const seen = new Set([...(session.get(name) ?? []), ...specs, ...written]);
  session.set(name, seen);
  removeOrphans(positions, [...written, ...others], project, plan);
  if (others.length === 0) return nothingStale;
  const unmade = findStaleSpecs(
    others,
    {
      // The unread part of a page may name an operation.
      pages: new Set(
        corpus.pages.flatMap(({ input, errors }) => (errors.length > 0 ? [] : input.path)),
      ),
      broken,
      hasPages: operations.length + broken.length > 0,
    },
    project,
  );
  // A page that only lost its operation name is refused; as with other errors, its earlier spec
  // stays.
  const nameless = corpus.unnamed.filter(({ page }) => describeOutline(page) !== undefined);
  const lost = emptiedPages(unmade, nameless);
  const kept = new Set(nameless.map(({ page }) => page.input.path));
  const moved = findRestated(unmade, corpus);
  // A page that states another product most often misspells it.
  const isStale = ({ spec, page }: StaleSpec) => !kept.has(page) && (prune || !moved.has(spec));
  const stale = unmade.filter(isStale);
  const faults = prune ? [] : [...moved.values()].map(reportRestated);
  const restated = new Map(faults.map(({ path, message }) => [path, message]));
  const lostNames = [
    ...lost.map(({ path, names }) => storedAt(path, "extract/lost-name", { names })),
    ...faults,
  ];
  const names = stale.map(({ action }) => action);
  const place = slashes(relative(project.root, folder));
  if (names.length === 0) return { ...nothingStale, reported: lostNames, restated };
  const emptied = emptiedPages(stale, corpus.unnamed);
  const earlier = seen.size - new Set([...specs, ...written]).size;
  // The specs of new pages do not raise the allowed number of removals.
  const of = specs.length + earlier;
  if (!prune && isMany(names.length + earlier, of)) {
    const refused = refuseRemoval(place, names, of, earlier);
    return { stale: new Set(), reported: [...lostNames, refused], emptied, restated };
  }
  for (const { spec } of stale) {
    plan.remove(spec);
    plan.remove(positionsPath(spec));
  }
  const gone = stale.filter(({ spec }) => !moved.has(spec)).map(({ action }) => action);
  const removed = [
    ...(gone.length === 0
      ? []
      : [storedAt(place, "build/removed", { folder: place, names: gone })]),
    ...stale.flatMap(({ spec }) => {
      const one = moved.get(spec);
      if (one === undefined) return [];
      const { action, file, stated } = one;
      const because = `since ${file} states "${stated}" now`;
      return [storedAt(place, "build/removed", { folder: place, names: [action], because })];
    }),
  ];
  return {
    stale: new Set(stale.map(({ spec }) => spec)),
    reported: [...lostNames, ...removed],
    emptied,
    restated,
  };
}

/** An operation whose page documents it for another product now. */
interface Restated {
  readonly action: string;
  /** The page, relative to the project. */
  readonly file: string;
  /** The product and version that the spec has, and those that the page states. */
  readonly earlier: string;
  readonly stated: string;
}

/** Finds the specs, by their paths, whose pages document the same operation of another product or version. */
function findRestated(
  specs: readonly StaleSpec[],
  { groups, unwanted }: Corpus,
): ReadonlyMap<string, Restated> {
  const candidates = [...groups.flatMap((group) => group.candidates), ...unwanted];
  const byPath = new Map(candidates.map((one) => [one.page.input.path, one]));
  const nameOf = (one: Partial<Identity>) =>
    [one.product ?? [], one.version ?? []].flat().join(" ");
  return new Map(
    specs.flatMap(({ spec, page, action, of }): [string, Restated][] => {
      const candidate = byPath.get(page);
      const evidence = candidate?.page.evidence;
      if (candidate === undefined || evidence?.action?.toLowerCase() !== action.toLowerCase()) {
        return [];
      }
      const [earlier, stated] = [nameOf(of), nameOf(candidate.identity)];
      const isStated = evidence.product !== undefined || evidence.version !== undefined;
      if (!isStated || earlier === stated) return [];
      return [[spec, { action, file: candidate.page.input.file, earlier, stated }]];
    }),
  );
}

function reportRestated({ file, ...parameters }: Restated): StoredDiagnostic {
  return storedAt(file, "extract/restated-product", parameters);
}

/** The pages of stale specs that name no operation any more, with the operations that they made. */
function emptiedPages(stale: readonly StaleSpec[], unnamed: Corpus["unnamed"]): Removal["emptied"] {
  return unnamed.flatMap(({ page: { input } }) => {
    const names = stale.filter(({ page }) => page === input.path).map(({ action }) => action);
    return names.length === 0 ? [] : [{ path: input.file, names }];
  });
}

/**
 * Reports specs that single pages no longer produce. They stay, because other pages that may
 * produce them are not read.
 */
function leftBehind(
  ofPages: readonly string[],
  { pages, unnamed }: Corpus,
  project: Project,
  plan: WritePlan,
): StoredDiagnostic[] {
  const asked = pages.filter(({ input }) => input.asked);
  // A page without an operation name may belong to any product.
  const folders = unnamed.some(({ page }) => asked.includes(page))
    ? otherProductFolders(project, [])
    : ofPages;
  return folders.flatMap((name) => {
    const folder = join(project.specs, name);
    const { specs } = listProductFiles(folder);
    const stale = specs.flatMap((path) => {
      if (plan.isMade(path)) return [];
      const text = readFileSync(path, "utf8");
      const mayName = asked.some(({ input }) => text.includes(basename(input.path)));
      return mayName ? (readPagedSpec(path, project) ?? []) : [];
    });
    return asked.flatMap(({ input, evidence }) => {
      const names = stale
        .filter(({ page, action }) => page === input.path && action !== evidence.action)
        .map(({ action }) => action);
      if (names.length === 0) return [];
      const place = slashes(relative(project.root, folder));
      return [storedAt(input.file, "extract/left-behind", { names, folder: place })];
    });
  });
}

/** Reports specs that now come from a single page, and came from another page that was not read. */
function replacedPages(
  { operations }: DerivedOperations,
  folder: string,
  corpus: Corpus,
  project: Project,
): StoredDiagnostic[] {
  const { root } = project;
  const read = new Set(corpus.pages.map(({ input }) => input.path));
  return operations.flatMap(({ action, read: readOperation }) => {
    const spec = join(folder, "operations", `${action}.yaml`);
    const earlier = existsSync(spec) ? readPagedSpec(spec, project)?.page : undefined;
    if (earlier === undefined || read.has(earlier) || !existsSync(earlier)) return [];
    const page = slashes(relative(root, earlier));
    const made = readOperation().page;
    const file = slashes(relative(root, locatePage(made, folder, project) ?? made));
    return [storedAt(file, "extract/replaced-page", { action, page })];
  });
}

/** Removes positions files without a spec. Other files beside them are foreign. */
function removeOrphans(
  positions: readonly string[],
  specs: readonly string[],
  { limits }: Project,
  plan: WritePlan,
): void {
  const wanted = new Set(specs.map(positionsPath));
  for (const path of positions) {
    if (wanted.has(path) || !isPositions(path, limits)) continue;
    plan.leave(path);
    plan.remove(path);
  }
}

function isPositions(path: string, limits: Project["limits"]): boolean {
  try {
    const { text } = readSource(path, { limits, size: "specBytes" });
    return text.slice(0, 200).includes("/positions.schema.json");
  } catch {
    return false;
  }
}

/** Removes the output of products without pages, but only with `prune`. */
function removeProducts(
  folders: readonly string[],
  missing: ReadonlySet<string>,
  { project, products, prune }: ProduceOptions,
  plan: WritePlan,
): { readonly reported: readonly StoredDiagnostic[]; readonly kept: BuildDetails["products"] } {
  const kept: Record<string, CachedProduct> = {};
  const gone = Object.entries(products).filter(([name]) => !folders.includes(name));
  const reported = gone.flatMap(([name, product]) => {
    const { built } = product;
    const place = slashes(relative(project.root, join(project.specs, name)));
    const files = [place, built.folder].flatMap((one) => plan.earlierIn(join(project.root, one)));
    if (!files.some((file) => plan.isIntact(file))) return [];
    if (missing.has(name)) {
      for (const file of files) plan.leaveKnown(file);
      kept[name] = product;
      return [];
    }
    const names = listProductFiles(join(project.specs, name)).specs.map(actionOf);
    if (prune) return [storedAt(place, "build/removed", { folder: place, names })];
    for (const file of files) plan.leaveKnown(file);
    kept[name] = product;
    return [refuseRemoval(place, names, names.length)];
  });
  plan.removeOthers();
  return { reported, kept };
}

function refuseRemoval(
  folder: string,
  names: readonly string[],
  of: number,
  earlier = 0,
): StoredDiagnostic {
  return storedAt(folder, "build/removes", { folder, names, of, earlier });
}

/** True for more than a tenth of a product's operations; their removal needs `prune`. */
function isMany(removed: number, of: number): boolean {
  return removed * 10 > of;
}

function actionOf(spec: string): string {
  return (spec.split(sep).at(-1) ?? "").replace(/\.ya?ml$/, "");
}

/** Removes duplicates: errors of a template occur in each package. */
function onceEach(diagnostics: readonly StoredDiagnostic[]): StoredDiagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}

function cachePages(
  { pages }: Corpus,
  derivations: ReadonlyMap<string, Derivation>,
): Record<string, CachedPage> {
  return Object.fromEntries(
    pages.map(({ input, digest: found, packed, errors }) => {
      const derivation = derivations.get(input.file);
      const entry = {
        digest: found,
        evidence: packed,
        ...(errors.length === 0 ? {} : { errors }),
      };
      return [input.file, derivation === undefined ? entry : { ...entry, derivation }];
    }),
  );
}

/** Digests the common input of all packages: docwright itself, and the user's templates. */
function commonDigest({
  project: { root, templates },
  digests,
  generator,
}: ProduceOptions): string {
  if (templates === undefined) return generator;
  const own = [...digests].filter(([path]) => resolve(root, path).startsWith(templates + sep));
  return digest(JSON.stringify([generator, own]));
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}

/** Returns the JSON Schemas of specs, overlays and products, by file name. */
function schemaFiles(): Map<string, string> {
  const folder = join(packageRoot, "schemas");
  const names = readdirSync(folder).filter((name) => name !== "config.schema.json");
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
