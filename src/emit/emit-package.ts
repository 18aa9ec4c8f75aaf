import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PackageModel } from "../model/package-model.ts";
import { compileTemplate } from "./compile-template.ts";
import { emitOperation } from "./emit-operation.ts";
import { layOut } from "./layout/lay-out.ts";
import { eachOperation, pickTemplates, type Materials } from "./materials.ts";
import { packageView } from "./package-view.ts";
import { renderTemplates } from "./render-templates.ts";
import { summarize, type PackageSummary } from "./summarize.ts";

/**
 * A model as files: path → text, in the order of their paths. What is wrong with a user's own templates
 * is a finding, and their files are left out.
 */
export async function emitPackage(
  model: PackageModel,
  materials: Materials,
  diagnostics: Diagnostic[],
): Promise<Map<string, string>> {
  const summary = { ...model, operations: model.operations.map(summarize) };
  const picked = pickTemplates(materials, model);
  const files = [...(await emitShared(summary, picked, diagnostics))];
  for (const operation of model.operations) {
    files.push(...(await emitOperation(operation, picked, diagnostics)));
  }
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

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
