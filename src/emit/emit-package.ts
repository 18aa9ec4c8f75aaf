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
 * Emits a model as files, path → text, sorted by path.
 *
 * Errors in a user's templates are reported as diagnostics, and their files are omitted.
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
 * Emits the files that a package has once, path → text.
 *
 * Errors in a user's templates are reported as diagnostics, and their files are omitted.
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
