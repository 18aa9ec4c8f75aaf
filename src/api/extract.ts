import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { fillLimits } from "../text/fill-limits.ts";
import type { Limits } from "../text/limits.ts";
import { isFine } from "./is-fine.ts";
import { tryWrite } from "./try-write.ts";

/** Which pages to read, and where their specs go. Paths are relative to where the process runs. */
export interface ExtractOptions {
  /** Folders of pages, or single pages. Default: the pages in `out`. */
  readonly pages?: readonly string[];
  /** Folder of specs, with a folder for each product and version. Default: `specs`. */
  readonly out?: string;
  /** What pages and specs may have at most. Default: the usual limits. */
  readonly limits?: Partial<Limits>;
  /** Told how far it is. */
  readonly progress?: Progress;
}

/** What has been read from pages. Paths are absolute. */
export interface ExtractReport {
  /** No finding is an error: every page has its spec. */
  readonly ok: boolean;
  /** The specs that were made, new or not. */
  readonly specs: readonly string[];
  /** Files that are new or have changed. */
  readonly written: readonly string[];
  /** Specs whose pages are gone, and their positions. */
  readonly removed: readonly string[];
  /** How many files are as they were. */
  readonly unchanged: number;
  /** What is wrong with the pages. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Pages → operation specs: what `docwright extract` does. Pages from elsewhere are copied into the folder
 * of their product and version. A page with an error gets no spec, and the one that it had stays.
 *
 * @param options Which pages to read. Default: those below `specs`.
 * @example
 * ```ts
 * import { extract } from "docwright";
 *
 * const { specs, diagnostics } = await extract({ pages: ["docs"], out: "specs" });
 * console.log(`${specs.length} specs, ${diagnostics.length} findings`);
 * ```
 */
export async function extract({
  pages,
  out = "specs",
  limits,
  progress,
}: ExtractOptions = {}): Promise<ExtractReport> {
  const { extract: read } = await import("../extract.ts");
  const { writeFiles } = await import("../output/write-files.ts");
  const asked = pages === undefined || pages.length === 0 ? [out] : pages;
  const {
    files,
    specs,
    stale,
    diagnostics: found,
  } = await read(asked, out, {
    limits: fillLimits(limits),
    ...(progress === undefined ? {} : { progress }),
  });
  const diagnostics = [...found];
  const result = await tryWrite(out, () => writeFiles(out, files, stale), diagnostics);
  const within = (paths: readonly string[] = []) => paths.map((path) => resolve(out, path));
  return {
    ok: isFine(diagnostics),
    specs: within(specs),
    written: within(result?.written),
    removed: within(result?.removed),
    unchanged: result?.unchanged ?? 0,
    diagnostics,
  };
}
