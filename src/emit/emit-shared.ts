import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { compileTemplate } from "./compile-template.ts";
import { layOut } from "./layout/lay-out.ts";
import { eachOperation, type Materials } from "./materials.ts";
import { packageView } from "./package-view.ts";
import { renderTemplates } from "./render-templates.ts";
import type { PackageSummary } from "./summarize.ts";

/**
 * The files that a package has once, whatever its operations: path → text. What is wrong with a user's
 * own templates is a finding, and their files are left out; nothing else can be wrong.
 */
export async function emitShared(
  summary: PackageSummary,
  { templates, runtime }: Materials,
  diagnostics: Diagnostic[],
): Promise<Map<string, string>> {
  const view = packageView(summary);
  const files = await renderTemplates(
    templates,
    {
      view,
      render: (template) => compileTemplate(template)(view),
      layOut,
      pathOf: (path) => (path.includes(eachOperation) ? undefined : path),
    },
    diagnostics,
  );
  for (const [path, text] of runtime) files.set(`src/runtime/${path}`, text);
  return files;
}
