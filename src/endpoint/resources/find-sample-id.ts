import { changeAt } from "./change-at.ts";
import type { Json } from "./json.ts";
import { knownAnswer } from "./known-answer.ts";
import type { Resource } from "./resource.ts";
import { walkAnswer } from "./walk-answer.ts";

/** The id of a resource that the sample of one of its operations shows. */
export function findSampleId({ operations, id }: Resource): Json {
  const { create, list, describe } = operations;
  for (const operation of [...create, ...list, ...describe]) {
    const { members, example } = knownAnswer(operation);
    const found: Json[] = [];
    for (const { place } of walkAnswer(members)) {
      if (place.at(-1) !== id) continue;
      changeAt(example, place, (inside) => {
        found.push(inside);
        return inside;
      });
    }
    const [first] = found;
    if (first !== undefined && typeof first !== "object") return first;
  }
  return id.toLowerCase();
}
