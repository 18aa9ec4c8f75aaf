import type { Operation } from "../../spec/operation.ts";
import { isJsonObject, type Json } from "../wire/json.ts";
import { changeAt, membersAt, walkAnswer } from "./answer-places.ts";
import { knownAnswer } from "./known-answer.ts";
import type { StoredResource } from "./make-shelf.ts";
import type { Part } from "./resource.ts";
import { overlay } from "./to-shape.ts";

/**
 * Overlays an operation's response with the stored members of one resource.
 *
 * They go to the object with the resource's ID, or else to the part's place.
 * `answer` is the response so far; it defaults to the page's sample.
 */
export function showResource(
  operation: Operation,
  part: Part,
  one: StoredResource,
  answer: Json = knownAnswer(operation).example,
): Json {
  const { members } = knownAnswer(operation);
  const place = findPlace(operation, part);
  const documented = membersAt(members, place);
  return changeAt(answer, place, (inside) =>
    isJsonObject(inside) ? overlay(inside, documented, one.members) : inside,
  );
}

function findPlace(
  operation: Operation,
  { role, resource, place: stated }: Part,
): readonly string[] {
  const found = walkAnswer(knownAnswer(operation).members).find(
    ({ place, shape }) =>
      !place.includes("[]") &&
      shape.type === "object" &&
      shape.members.some(({ name }) => name === resource.id),
  );
  return found?.place ?? (role === "describe" ? stated : []);
}
