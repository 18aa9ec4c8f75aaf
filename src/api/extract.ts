import { sep } from "node:path";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { buildProject } from "./build-project.ts";
import { openProject, type ProjectOptions } from "./open-project.ts";

/** Which pages to read, and where their specs go. Relative paths begin at `folder`. */
export interface ExtractOptions extends Pick<
  ProjectOptions,
  "folder" | "config" | "pages" | "languages" | "limits"
> {
  /** Folder of specs, with a folder for each product and version. Default: as configured, else `specs`. */
  readonly out?: string;
  /**
   * Removes specs whose pages are gone, however many they are. Default: more than a tenth of a product's
   * operations stay, and that is an error.
   */
  readonly prune?: boolean;
  /** Told how far it is. */
  readonly progress?: Progress;
}

/** What has been read from pages. Paths are absolute. */
export interface ExtractReport {
  /** No finding is an error: every page has its spec. */
  readonly ok: boolean;
  /** What became of each page. */
  readonly pages: readonly PageOutcome[];
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
 * Pages → operation specs: what `docwright extract` does. It is a build that stops at specs, so the specs are
 * the same to the byte. A page with an error gets no spec, and the one that it had stays.
 *
 * @param options Which pages to read. Default: what is configured where the process runs.
 * @example
 * ```ts
 * import { extract } from "docwright";
 *
 * const { specs, diagnostics } = await extract({ pages: ["docs"], out: "specs" });
 * console.log(`${specs.length} specs, ${diagnostics.length} findings`);
 * ```
 */
export async function extract({
  out,
  prune = false,
  progress,
  ...options
}: ExtractOptions = {}): Promise<ExtractReport> {
  const opened = await openProject({ ...options, ...(out === undefined ? {} : { specs: out }) });
  const { ok, pages, outputs, written, removed, unchanged, diagnostics } = await buildProject(
    opened,
    { steps: "specs", prune, ...(progress === undefined ? {} : { progress }) },
  );
  const specs = outputs.filter((path) => path.split(sep).at(-2) === "operations");
  return { ok, pages, specs, written, removed, unchanged, diagnostics };
}
