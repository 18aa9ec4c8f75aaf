import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Progress } from "../diagnostics/progress.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import type { RuleSeverities } from "../config/config.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** Which pages to look at, and how grave what is found there is. */
export interface LintOptions extends Pick<
  ProjectOptions,
  "folder" | "config" | "pages" | "limits"
> {
  /** Severities by rule; they win over those that are configured. Default: every rule is a warning. */
  readonly rules?: RuleSeverities;
  /** Told how far it is. */
  readonly progress?: Progress;
}

/** What pages contradict. */
export interface LintReport {
  /** No finding is an error. */
  readonly ok: boolean;
  /** How many pages document an operation, and were looked at. */
  readonly pages: number;
  /** Page by page; each with the places of both sides. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What pages contradict in themselves, and the pages of one operation among each other: what `docwright
 * lint` shows. It looks at the pages alone; an overlay corrects a package, not a page.
 *
 * @param options Which pages to look at. Default: those of the project where the process runs.
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
