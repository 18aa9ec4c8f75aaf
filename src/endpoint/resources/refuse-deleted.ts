import type { Operation } from "../../spec/operation.ts";
import { type Refusal, refuse } from "../wire/call.ts";
import type { JsonObject } from "../wire/json.ts";
import { readIds } from "./find-id.ts";
import { readIdName } from "./read-names.ts";
import type { Resource, ResourceModel } from "./resource.ts";

/**
 * Refuses describing, changing or deleting a deleted resource: with the page's error, or else a general
 * one.
 *
 * Other operations that take the resource's ID only refuse it with an error of their page.
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

const patterns = {
  missing: /not\.?exist|not\.?found|no\.?such/i,
  twice: /already\.?exist|duplicate/i,
} as const;

/**
 * Finds the page's error for a missing resource (`NotExist.Thing`, `InvalidThingId.NotFound`) or an
 * existing one.
 *
 * Returns the first error whose code has such a word and the name of the resource.
 */
export function findDocumentedError(
  operation: Operation,
  { id, name }: Resource,
  what: keyof typeof patterns,
): Refusal | undefined {
  const names = [id, (readIdName(id)?.of ?? []).join(""), name.replaceAll("-", "")];
  const found = operation.errors.find(({ code }) => {
    const rest = code.replace(patterns[what], "").toLowerCase();
    return rest.length < code.length && names.some((one) => rest.includes(one.toLowerCase()));
  });
  if (found === undefined) return undefined;
  return refuse(found.code, found.message ?? found.meaning ?? found.code, found.status ?? 400);
}
