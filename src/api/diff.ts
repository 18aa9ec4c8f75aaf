import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Change, Level } from "../diff/change.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** Options of {@link diff}. */
export interface DiffOptions extends Pick<
  ProjectOptions,
  "folder" | "config" | "specs" | "limits"
> {
  /** A folder of specs, or a git revision of the project's. */
  readonly old: string;
  /** A folder of specs, or a git revision. Default: the project's current specs. */
  readonly new?: string;
}

/** The differences between two folders of specs. */
export interface DiffReport {
  /** True if the specs have no errors, so that all changes are known. */
  readonly ok: boolean;
  /** The required change of the version number (https://semver.org). */
  readonly verdict: Level;
  /**
   * Sorted by product and operation; in an operation the request comes first, then response and
   * errors.
   */
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares two folders of specs or git revisions: `docwright diff`. It compares the packages'
 * public interfaces, overlays applied, and names whose code breaks.
 *
 * @param options Options of the comparison. Relative folders are resolved against `folder`.
 *
 * @example
 * ```ts
 * import { diff } from "docwright";
 *
 * const { verdict, changes } = await diff({ old: "specs", new: "specs" });
 * const breaking = changes.filter(({ breaks }) => breaks.length > 0);
 * console.log(verdict, breaking.map(({ operation, path, why }) => `${operation} ${path}: ${why}`));
 * ```
 */
export async function diff({ old, new: now, ...options }: DiffOptions): Promise<DiffReport> {
  const { project, diagnostics: faults } = await openProject(options);
  const nothing = { verdict: "none", changes: [] } as const;
  if (project === undefined) return { ok: false, ...nothing, diagnostics: faults };
  const { diffSpecs } = await import("../diff/diff-specs.ts");
  const { loadSpecs } = await import("../diff/load-specs.ts");
  const { verdictOf } = await import("../diff/change.ts");
  const diagnostics: Diagnostic[] = [];
  const place = {
    folder: resolve(options.folder ?? ""),
    specs: project.specs,
    project,
  };
  const before = await loadSpecs(old, place, diagnostics);
  const after = await loadSpecs(now, place, diagnostics);
  if (!isFine(diagnostics)) return { ok: false, ...nothing, diagnostics };
  const changes = diffSpecs(before, after);
  return { ok: true, verdict: verdictOf(changes), changes, diagnostics };
}
