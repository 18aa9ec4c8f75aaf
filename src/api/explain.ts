import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Explanation } from "../explain/explanation.ts";
import { isFine, openProject, type ProjectOptions } from "./open-project.ts";

/** What has been found about a part of a package. */
export interface ExplainReport {
  /** There is such a part, and nothing is wrong with its specs. */
  readonly ok: boolean;
  /** One for each part that the subject can mean, as a name may stand in the request and in the response. */
  readonly explanations: readonly Explanation[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Where a part of a package comes from: what `docwright explain` shows. It reads the specs as they were
 * built last, with their overlays, and the pages that they name.
 *
 * @param subject Product, operation, and a member's path or an error's code: `Shop.CreateOrder.Items.Name`.
 * The product may be left out, with a path or without; `Shop@2020-01-02` names a version. `[]` and `N` in
 * paths may be left out, too.
 * @param options Which project it is about. Default: the one where the process runs.
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
