import type { Operation } from "../../spec/operation.ts";
import type { JsonObject } from "../wire/json.ts";
import type { ListPlan, Resources } from "./keep-resources.ts";
import type { Role } from "./resource.ts";

/** A kind of resource that a product's operations create, show, change and delete. */
export interface EndpointResource {
  readonly product: string;
  readonly version: string;
  /** Its name in operations, in lower case: `forwarding-rule`. */
  readonly name: string;
  /** The member with the ID: `ListenerId`. */
  readonly id: string;
  /** Names of its operations. */
  readonly operations: Readonly<Record<Role, readonly string[]>>;
  /** Stored resources in order of creation, with the values that calls gave. Empty where none was created. */
  readonly stored: readonly JsonObject[];
  /** IDs of deleted resources, oldest first. */
  readonly deleted: readonly string[];
}

/** Lists all kinds of resources of an endpoint, with the stored resources. */
export function showResources(resources: Resources): EndpointResource[] {
  return resources.model().resources.map((resource) => {
    const { product, version, name, id, operations } = resource;
    const { create, describe, list, update, delete: remove } = operations;
    const { stored } = resources.shelfOf(resource);
    return {
      product,
      version,
      name,
      id,
      operations: {
        create: create.map(actionOf),
        describe: describe.map(actionOf),
        list: list.map(actionOf),
        update: update.map(actionOf),
        delete: remove.map(actionOf),
      },
      stored: stored.slice(0, stored.size()).map(({ members }) => members),
      deleted: resources.deletedOf(resource),
    };
  });
}

function actionOf({ action }: Operation): string {
  return action;
}

/** Maximum number of resources created at once. */
const MOST = 1_000_000;

/**
 * Plans how an action lists its resources.
 *
 * @throws {Error} The action is unknown or lists no resources, or a number is invalid. The message lists
 * the alternatives.
 */
export function planList(
  resources: Resources,
  operations: readonly Operation[],
  action: string,
  plan: ListPlan,
): void {
  checkNumbers(plan);
  const listed = operations
    .filter((operation) => operation.action === action)
    .flatMap((operation) => resources.model().partOf(operation) ?? [])
    .filter(({ role }) => role === "list");
  if (listed.length === 0) {
    const lists = resources.model().resources.flatMap((one) => one.operations.list);
    const names = lists.map((operation) => operation.action).join(", ");
    throw new Error(
      `There is no action ${action} that lists resources. There is ${names === "" ? "none" : names}.`,
    );
  }
  for (const { resource } of listed) resources.plan(resource, plan);
}

function checkNumbers(plan: ListPlan): void {
  for (const key of ["count", "add", "remove", "emptyPage", "afterPage"] as const) {
    const number = plan[key] ?? 1;
    const least = key.endsWith("Page") ? 1 : 0;
    if (Number.isSafeInteger(number) && number >= least && number <= MOST) continue;
    throw new Error(`${key} is a whole number from ${least} to ${MOST}, not ${number}.`);
  }
}
