import type { Operation } from "../../spec/operation.ts";
import type { Refusal } from "../call.ts";
import { refuse } from "../refuse.ts";
import { readIdName } from "./read-id-name.ts";
import type { Resource } from "./resource.ts";

const patterns = {
  missing: /not\.?exist|not\.?found|no\.?such/i,
  twice: /already\.?exist|duplicate/i,
} as const;

/**
 * The error of an operation's page for a resource that is not there (`NotExist.Thing`,
 * `InvalidThingId.NotFound`), or is there already: the first whose code says so and names the resource.
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
