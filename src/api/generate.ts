import { join, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { reportPath } from "../diagnostics/report-path.ts";
import type { Generation } from "../generate.ts";
import { fillLimits } from "../text/fill-limits.ts";
import type { Limits } from "../text/limits.ts";
import { displayPath } from "../text/read-source.ts";
import { isFine } from "./is-fine.ts";
import { tryWrite } from "./try-write.ts";

/** Which specs packages are made of, and where they go. Paths are relative to where the process runs. */
export interface GenerateOptions {
  /** Folders of one product and version each, or folders of those. Default: `specs`. */
  readonly specs?: readonly string[];
  /** Folder of packages. Default: `generated`. */
  readonly out?: string;
  /** Folder of templates that take the place of built-in ones. Default: none. */
  readonly templates?: string;
  /** What specs may have at most. Default: the usual limits. */
  readonly limits?: Partial<Limits>;
  /** Told how far it is. */
  readonly progress?: Progress;
}

/** A package that was made. Paths are absolute. */
export interface GeneratedPackage {
  readonly folder: string;
  /** How many operations it has. */
  readonly operations: number;
  /** Files that are new or have changed. */
  readonly written: readonly string[];
  /** Files that nothing makes any more. */
  readonly removed: readonly string[];
  /** How many files are as they were. */
  readonly unchanged: number;
}

/** What has been made of specs. */
export interface GenerateReport {
  /** No finding is an error: every product has its package. */
  readonly ok: boolean;
  readonly packages: readonly GeneratedPackage[];
  /** What is wrong with specs, overlays and templates. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Specs, with overlays applied → packages: what `docwright generate` does. A product with an error in its
 * specs or overlays gets no package, and the one that it had stays. A folder that holds files of others is
 * left alone.
 *
 * @param options Which specs to take. Default: those below `specs`.
 * @example
 * ```ts
 * import { generate } from "docwright";
 *
 * const { ok, packages } = await generate({ specs: ["specs"], out: "packages" });
 * console.log(ok, packages.map(({ operations }) => operations));
 * ```
 */
export async function generate({
  specs = ["specs"],
  out = "generated",
  templates,
  limits,
  progress = () => undefined,
}: GenerateOptions = {}): Promise<GenerateReport> {
  const { findProducts } = await import("../find-products.ts");
  const { generate: make } = await import("../generate.ts");
  const diagnostics: Diagnostic[] = [];
  const packages: GeneratedPackage[] = [];
  const filled = fillLimits(limits);
  const options = templates === undefined ? {} : { templates };
  const products = await findProducts(specs, diagnostics);
  for (const [index, product] of products.entries()) {
    progress(index, products.length, "packages");
    const generation = await make(product, { ...options, limits: filled });
    for (const found of generation.diagnostics) diagnostics.push(found);
    const written = await writePackage(generation, out, diagnostics);
    if (written !== undefined) packages.push(written);
  }
  return { ok: isFine(diagnostics), packages, diagnostics };
}

async function writePackage(
  generation: Generation,
  out: string,
  diagnostics: Diagnostic[],
): Promise<GeneratedPackage | undefined> {
  if (generation.folder === undefined) return undefined;
  const folder = resolve(out, generation.folder);
  const write = () => writeOwn(folder, generation, diagnostics);
  const result = await tryWrite(folder, write, diagnostics);
  if (result === undefined) return undefined;
  const within = (paths: readonly string[]) => paths.map((path) => join(folder, path));
  return {
    folder,
    operations: generation.operations.length,
    written: within(result.written),
    removed: within(result.removed),
    unchanged: result.unchanged,
  };
}

/** Brings a package's folder up to date, if it is docwright's. */
async function writeOwn(folder: string, { files }: Generation, diagnostics: Diagnostic[]) {
  const { readOwnership, withManifest } = await import("../output/manifest.ts");
  const { writeFiles } = await import("../output/write-files.ts");
  const { owned, foreign } = await readOwnership(folder);
  if (foreign) {
    reportPath(folder, "output/not-generated", { folder: displayPath(folder) }, diagnostics);
    return undefined;
  }
  const listed = withManifest(files);
  const stale = owned.filter((path) => !listed.has(path));
  return writeFiles(folder, listed, stale);
}
