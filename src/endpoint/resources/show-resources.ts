import type { Operation } from "../../spec/operation.ts";
import type { JsonObject } from "./json.ts";
import type { Resources } from "./keep-resources.ts";
import type { Role } from "./resource.ts";

/** A kind of thing that operations of a product create, show, change and delete. */
export interface EndpointResource {
  readonly product: string;
  readonly version: string;
  /** As its operations call it, in small letters: `forwarding-rule`. */
  readonly name: string;
  /** The member that names one of them: `ListenerId`. */
  readonly id: string;
  /** Names of the operations that have to do with it. */
  readonly operations: Readonly<Record<Role, readonly string[]>>;
  /** What there is, in the order it came, with what calls gave for it. Empty where nothing ever came. */
  readonly stored: readonly JsonObject[];
  /** Ids of what was deleted, oldest first. */
  readonly deleted: readonly string[];
}

/** All resources that an endpoint can have, and those that it has. */
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
