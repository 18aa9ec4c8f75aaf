import type { Operation } from "../spec/operation.ts";

/** Operations by version, and by action within it. */
export type OperationIndex = ReadonlyMap<string, ReadonlyMap<string, Operation>>;

/**
 * Orders operations by what a call names them by.
 *
 * @throws {Error} Two operations have the same version and action.
 */
export function indexOperations(operations: readonly Operation[]): OperationIndex {
  const index = new Map<string, Map<string, Operation>>();
  for (const operation of operations) {
    const { version, action, page } = operation;
    const ofVersion = index.get(version) ?? new Map<string, Operation>();
    const other = ofVersion.get(action);
    if (other !== undefined) {
      throw new Error(
        `${action} of version ${version} is served twice: ${other.page} and ${page}.`,
      );
    }
    index.set(version, ofVersion.set(action, operation));
  }
  return index;
}
