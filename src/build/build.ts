import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { BuiltPackage } from "../assemble/product-cache.ts";
import { otherProductFolders, unusedSpecs } from "../assemble/find-product-folders.ts";
import { packageRoot } from "../config/package-root.ts";
import type { Project } from "../config/project.ts";
import { findPages, unreadOutcome, type InputPage } from "../corpus/find-pages.ts";
import { noTables, type PageOutcome } from "../corpus/page-outcome.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import type { Code } from "../diagnostics/registry.ts";
import { restoreDiagnostics } from "../diagnostics/stored-diagnostic.ts";
import { openWritePlan } from "../output/write-plan.ts";
import { digest, digestFile, digestTextFile } from "../text/digest.ts";
import { slashes } from "../text/slashes.ts";
import { openCache, openPageCache, type BuildDetails, type BuildRecord } from "./cache.ts";
import { listInputs } from "./list-inputs.ts";
import type { Session, Steps } from "./produce.ts";
import type { ProjectWriter } from "./writer.ts";

/** Options of a build. */
export interface BuildOptions {
  /** Receives the output. */
  readonly writer: ProjectWriter;
  /** The steps to run. Only a build of both uses a cache and removes earlier output. Default: both. */
  readonly steps?: Steps;
  /** Names of product folders to make packages of, if only packages are made. */
  readonly folders?: readonly string[];
  /** Rebuilds everything, ignoring the cache. Default: only changes are built. */
  readonly force?: boolean;
  /**
   * Removes operations whose pages are gone, in any number. Default: at most a tenth of a
   * product's.
   */
  readonly prune?: boolean;
  /**
   * The specs of the builds of one session, whose removals count together. Default: each build
   * counts alone.
   */
  readonly session?: Session;
  /** Called with the progress; never if nothing has changed. */
  readonly progress?: Progress;
}

/** The result of a build. */
export interface BuildResult {
  readonly packages: readonly BuiltPackage[];
  /** The outcome of each page. */
  readonly pages: readonly PageOutcome[];
  readonly diagnostics: readonly Diagnostic[];
  /** True if nothing has changed since the last build, its output included. */
  readonly fresh: boolean;
  /** All inputs, relative to the project. Watch these. */
  readonly inputs: readonly string[];
  /** Digests of all output by path, relative to the project. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Builds specs from pages, and packages from specs. Only output that depends on a change is made. */
export async function build(project: Project, options: BuildOptions): Promise<BuildResult> {
  const { steps = "both", folders = [], writer, force = false, prune = false } = options;
  const session = options.session ?? new Map<string, ReadonlySet<string>>();
  const { root } = project;
  const diagnostics: Diagnostic[] = [];
  const isWhole = steps === "both";
  await writer.open();
  const files = openCache(project.output);
  const version = files.version();
  const generator = isWhole ? digestGenerator() : "";
  const fingerprint = JSON.stringify([generator, settingsOf(project)]);
  const found = isWhole ? files.record() : undefined;
  const record = !force && found?.fingerprint === fingerprint ? found : undefined;
  const pages = steps === "packages" ? [] : findPages(project, diagnostics);
  if (diagnostics.length > 0) {
    // If pages cannot be found, the removed operations are unknown.
    const unread = pages.filter((page) => page.unread !== undefined).map(unreadOutcome);
    return { packages: [], pages: unread, diagnostics, fresh: false, inputs: [], outputs: {} };
  }
  // Output of another docwright version, or with other names and templates, still belongs to the
  // project.
  const sources = JSON.stringify(sourcesOf(project));
  const isSameSources = found?.sources === sources;
  const earlier = isSameSources ? found.outputs : {};
  const outputs = new Set(Object.keys(earlier));
  const productFolders = record?.productFolders ?? [];
  const before = isWhole
    ? digestAll(root, listInputs(project, pages, productFolders, outputs), digestUnread(pages))
    : new Map<string, string>();
  const onDisk = digestAll(root, [...outputs], new Map(), digestTextFile);
  const isPruned = prune && record?.diagnostics.some(({ code }) => waiting.has(code));
  const isFresh = (one: BuildRecord) =>
    isPruned !== true && isSame(one.inputs, before) && isSame(one.outputs, onDisk);
  if (record !== undefined && isFresh(record)) {
    return {
      packages: record.packages,
      pages: record.pages,
      diagnostics: restore(project, steps, record),
      fresh: true,
      inputs: [...before.keys()],
      outputs: record.outputs,
    };
  }
  // Loaded on demand: an unchanged project needs none of this.
  const { produce } = await import("./produce.ts");
  const details = isSameSources ? files.details() : undefined;
  const known = record === undefined ? details && onlyPlaces(details) : details;
  const cache = openPageCache(
    known?.pages,
    record === undefined ? Buffer.alloc(0) : files.operations(),
  );
  const plan = openWritePlan(root, writer, earlier, onDisk);
  try {
    const made = await produce(
      {
        project,
        steps,
        pages,
        folders,
        digests: before,
        cache,
        products: known?.products ?? {},
        generator,
        prune,
        session,
        progress: options.progress ?? (() => undefined),
      },
      plan,
    );
    const written = plan.outputs();
    const removed = plan.removed();
    const read = listInputs(project, pages, made.productFolders, new Set(Object.keys(written)));
    const left = read.filter((path) => !removed.has(path));
    const after = digestAll(root, left, before);
    if (writer.remember !== undefined && isWhole) {
      const { productFolders: owned, packages, pages: outcomes, diagnostics: reported } = made;
      const isLost = (file: string) => made.lost.includes(file);
      const record = {
        fingerprint,
        sources,
        inputs: Object.fromEntries(after),
        outputs: written,
        productFolders: owned,
        packages,
        pages: outcomes.map((one) => (isLost(one.file) ? asGuide(one.file) : one)),
        // A removal is an event: the next build removes nothing.
        diagnostics: reported.filter(
          ({ code, path }) =>
            code !== "build/removed" && !(code === "extract/lost-operation" && isLost(path)),
        ),
      };
      const { details: next } = made;
      files.save({ record, details: next, operations: cache.bytes() }, writer.remember);
      if (files.version() !== version) {
        throw new Error(`another build has written to ${project.output} meanwhile; run it again`);
      }
    }
    writer.commit();
    return {
      packages: made.packages,
      pages: made.pages,
      diagnostics: restore(project, steps, made),
      fresh: false,
      inputs: [...after.keys()],
      outputs: written,
    };
  } catch (error) {
    throw writer.abort(error);
  }
}

/** Findings about operations that a build removes with `--prune` only. */
const waiting: ReadonlySet<Code> = new Set(["build/removes", "extract/restated-product"]);

/** The stored findings, with a finding for specs that no product of the project has. */
function restore(
  project: Project,
  steps: Steps,
  { productFolders, diagnostics }: Pick<BuildRecord, "productFolders" | "diagnostics">,
): Diagnostic[] {
  const { root, specs, narrowed } = project;
  const nameOf = (name: string) => slashes(relative(root, join(specs, name)));
  // `build/removes` already names these specs.
  const isNamed = (name: string) =>
    diagnostics.some(({ code, path }) => code === "build/removes" && path === nameOf(name));
  const others =
    narrowed || steps === "packages" ? [] : otherProductFolders(project, productFolders);
  const unused = unusedSpecs(
    project,
    others.filter((name) => !isNamed(name)),
  );
  return restoreDiagnostics([...diagnostics, ...unused], root);
}

/** Returns a guide: after its operation is removed, the next build treats the page as one. */
function asGuide(file: string): PageOutcome {
  return { file, state: "guide", reason: noTables };
}

/**
 * Reduces the cache of another version or other settings to the packages' places. A product version
 * with an error then keeps its package.
 */
function onlyPlaces({ products }: BuildDetails): BuildDetails {
  const places = Object.entries(products).map(([name, product]) => [
    name,
    { ...product, key: "", fingerprint: "" },
  ]);
  return { pages: {}, products: Object.fromEntries(places) as BuildDetails["products"] };
}

/** The settings that affect output; paths are relative so that a moved project stays up to date. */
function settingsOf(project: Project): unknown {
  return movable(project, project.root);
}

function sourcesOf({ root, specs, sources }: Project): unknown {
  return movable({ specs, sources }, root);
}

function movable(value: object, root: string): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "string" && inner.startsWith(root) ? slashes(relative(root, inner)) : inner,
    ),
  );
}

/** Returns digests by path, relative to the root. Unreadable files have none. */
function digestAll(
  root: string,
  paths: readonly string[],
  known: ReadonlyMap<string, string> = new Map(),
  ofFile = digestFile,
): Map<string, string> {
  const digests = new Map<string, string>();
  for (const path of paths) {
    const found = known.get(path) ?? ofFile(resolve(root, path));
    if (found !== undefined) digests.set(path, found);
  }
  return digests;
}

/** Digests the reasons of links and folders that are not read. */
function digestUnread(pages: readonly InputPage[]): Map<string, string> {
  return new Map(
    pages.flatMap(({ file, unread }) => (unread ? [[file, digest(unread.reason)]] : [])),
  );
}

function isSame(
  earlier: Readonly<Record<string, string>>,
  now: ReadonlyMap<string, string>,
): boolean {
  const paths = Object.keys(earlier);
  return paths.length === now.size && paths.every((path) => earlier[path] === now.get(path));
}

/** The folders of docwright that affect output: code, schemas, templates and runtime. */
const generatorFolders = ["dist/bin", "schemas", "src/runtime", "templates"];

/** Digests docwright itself, so that each change of it rebuilds everything. */
function digestGenerator(): string {
  const digests = generatorFolders.flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => digest(readFileSync(path))),
  );
  return digest(digests.join());
}
