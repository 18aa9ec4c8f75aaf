import { sep } from "node:path";
import type { PageOutcome } from "../corpus/page-outcome.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { buildProject } from "./build-project.ts";
import { openProject, type ProjectOptions } from "./open-project.ts";

/** Options of {@link extract}. Relative paths are resolved against `folder`. */
export interface ExtractOptions extends Pick<
  ProjectOptions,
  "folder" | "config" | "pages" | "languages" | "limits"
> {
  /** Folder of specs, with a folder for each product version. Default: as configured, else `specs`. */
  readonly out?: string;
  /**
   * Removes specs whose pages are gone, in any number. By default an error keeps them if they are
   * more than a tenth of the product's.
   */
  readonly prune?: boolean;
  /** Called with the progress. */
  readonly progress?: Progress;
}

/** The result of an extraction. Paths are absolute. */
export interface ExtractReport {
  /** True without errors: each page has its spec. */
  readonly ok: boolean;
  /** The outcome of each page. */
  readonly pages: readonly PageOutcome[];
  /** All specs of the pages, changed or not. */
  readonly specs: readonly string[];
  /** New and changed files. */
  readonly written: readonly string[];
  /** Removed specs of pages that are gone, and their positions files. */
  readonly removed: readonly string[];
  /** The number of unchanged files. */
  readonly unchanged: number;
  /** Diagnostics of the pages. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Derives operation specs from pages: `docwright extract`. It is a build that stops at specs, so
 * the specs are identical. A page with an error gets no spec; its earlier spec stays.
 *
 * @param options Options of the extraction. Default: the configuration of the working directory.
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
