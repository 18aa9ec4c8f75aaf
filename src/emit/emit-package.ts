import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PackageModel } from "../model/package-model.ts";
import { emitOperation } from "./emit-operation.ts";
import { emitShared } from "./emit-shared.ts";
import type { Materials } from "./materials.ts";
import { pickTemplates } from "./pick-templates.ts";
import { summarize } from "./summarize.ts";

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
