import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";
import { buildOperation } from "./build-operation.ts";
import { openNames } from "./open-names.ts";
import type { OperationModel } from "./package-model.ts";

/** The names of an operation in its model. */
export type OperationNames = Pick<OperationModel, "action" | "claimed" | "module">;

/**
 * Builds one operation of a package as `buildPackage` does, from the names of the others (`known`).
 *
 * Returns `undefined` where its own names change, because the names of others may then change too.
 */
export function rebuildOperation(
  product: Product,
  operation: Operation,
  known: readonly OperationNames[],
  taken: readonly string[],
): OperationModel | undefined {
  const actions = known.map(({ action }) => action);
  const { names, modules, functions } = openNames(product, actions, taken);
  const functionName = functions.get(operation.action);
  const own = known.find(({ action }) => action === operation.action);
  if (functionName === undefined || own === undefined) return undefined;
  for (const { action, claimed, module } of known) {
    if (action >= operation.action) continue;
    names.take(claimed);
    modules.take([module]);
  }
  const model = buildOperation(operation, { functionName, names, modules });
  const same =
    model.module === own.module &&
    model.claimed.length === own.claimed.length &&
    model.claimed.every((name, index) => name === own.claimed[index]);
  return same ? model : undefined;
}
