import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import type { RuleSeverities } from "../config/config.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** Options of {@link lint}. */
export interface LintOptions extends Pick<
  ProjectOptions,
  "folder" | "config" | "pages" | "limits"
> {
  /** Severities by rule; they override the configuration. Default: each rule is a warning. */
  readonly rules?: RuleSeverities;
  /** Called with the progress. */
  readonly progress?: Progress;
}

/** The contradictions in pages. */
export interface LintReport {
  /** True without errors. */
  readonly ok: boolean;
  /** The number of checked pages, those that document an operation. */
  readonly pages: number;
  /** Sorted by page; each names the places of both sides. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds contradictions within a page, and between pages of one operation: `docwright lint`. It
 * ignores overlays, because they correct packages and not pages.
 *
 * @param options Options of the check. Default: the project of the working directory.
 *
 * @example
 * ```ts
 * import { formatDiagnostic, lint } from "docwright";
 *
 * const { pages, diagnostics } = await lint({ pages: ["docs"] });
 * for (const diagnostic of diagnostics) console.log(formatDiagnostic(diagnostic));
 * console.log(`${pages} pages`);
 * ```
 */
export async function lint({
  rules: stated = {},
  progress,
  ...options
}: LintOptions = {}): Promise<LintReport> {
  const { project, lint: configured, diagnostics: faults } = await openProject(options);
  if (project === undefined) return { ok: false, pages: 0, diagnostics: faults };
  const { lintPages } = await import("../lint/lint-pages.ts");
  const { rules: known, settleSeverities } = await import("../lint/rules.ts");
  const rules = { ...configured?.rules, ...stated };
  const found: Diagnostic[] = [];
  const names = known.map(({ code }) => code as string);
  for (const rule of Object.keys(rules).filter((name) => !names.includes(name))) {
    reportPath(project.root, "lint/unknown-rule", { rule, known: names.join(", ") }, found);
  }
  if (found.length > 0) return { ok: false, pages: 0, diagnostics: found };
  const { pages } = await lintPages(project, found, progress);
  const diagnostics = settleSeverities(found, rules);
  return { ok: isFine(diagnostics), pages, diagnostics };
}
