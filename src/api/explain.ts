import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Explanation } from "../explain/explanation.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** The explanations of a part of a package. */
export interface ExplainReport {
  /** True if the part exists and its specs have no errors. */
  readonly ok: boolean;
  /** One for each match: a name may occur in both the request and the response. */
  readonly explanations: readonly Explanation[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Traces a part of a package to its source: `docwright explain`. It reads the specs of the last
 * build, their overlays, and the pages they name.
 *
 * @param subject Product, operation, and a member's path or an error's code:
 * `Shop.CreateOrder.Items.Name`. The product is optional; `Shop@2020-01-02` selects a version. `[]`
 * and `N` in paths are optional too.
 * @param options Selects the project. Default: the working directory.
 *
 * @example
 * ```ts
 * import { explain } from "docwright";
 *
 * const { explanations } = await explain("Library.MakeShelf.Title");
 * for (const { row, facts } of explanations) {
 *   console.log(row?.line, facts.map(({ key, value, text }) => `${key}: ${value} (${text})`));
 * }
 * ```
 */
export async function explain(
  subject: string,
  options: ProjectOptions = {},
): Promise<ExplainReport> {
  const { project, diagnostics: faults } = await openProject(options);
  if (project === undefined) return { ok: false, explanations: [], diagnostics: faults };
  const { explain: find } = await import("../explain/explain.ts");
  const { explanations, diagnostics } = await find(project, subject);
  return { ok: isFine(diagnostics), explanations, diagnostics };
}
