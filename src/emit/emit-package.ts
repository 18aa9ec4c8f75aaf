import type { PackageModel } from "../model/package-model.ts";
import { emitOperation } from "./emit-operation.ts";
import { emitShared } from "./emit-shared.ts";
import type { Materials } from "./materials.ts";
import { summarize } from "./summarize.ts";

/** A model as files: path → text, in the order of their paths. */
export function emitPackage(model: PackageModel, materials: Materials): Map<string, string> {
  const files = [
    ...emitShared({ ...model, operations: model.operations.map(summarize) }, materials),
  ];
  for (const operation of model.operations) files.push(...emitOperation(operation, materials));
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
