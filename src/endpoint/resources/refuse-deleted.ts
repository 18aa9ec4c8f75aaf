import type { Operation } from "../../spec/operation.ts";
import type { Refusal } from "../call.ts";
import { refuse } from "../refuse.ts";
import { findDocumentedError } from "./find-documented-error.ts";
import type { JsonObject } from "./json.ts";
import { readIds } from "./read-ids.ts";
import type { Resource, ResourceModel } from "./resource.ts";

/**
 * What was deleted cannot be described, changed or deleted: the page's error for it, or a general one. Any
 * other operation that names it refuses it if its page has an error for that.
 */
export function refuseDeleted(
  operation: Operation,
  given: JsonObject,
  model: ResourceModel,
  isDeleted: (resource: Resource, id: string) => boolean,
): Refusal | undefined {
  const part = model.partOf(operation);
  for (const resource of model.namedBy(operation)) {
    const own = part?.resource === resource;
    if (own && (part.role === "list" || part.role === "create")) continue;
    const ids = readIds(operation, resource, given) ?? [];
    if (!ids.some((id) => isDeleted(resource, id))) continue;
    const documented = findDocumentedError(operation, resource, "missing");
    if (documented !== undefined) return documented;
    const message = `The specified ${resource.id} does not exist.`;
    if (own) return refuse(`Invalid${resource.id}.NotFound`, message, 404);
  }
  return undefined;
}
