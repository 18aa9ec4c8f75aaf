import { isScalarShape } from "../../spec/is-scalar-shape.ts";
import type { Operation } from "../../spec/operation.ts";
import { endsWithWords } from "./ends-with-words.ts";
import { findIdParameter } from "./find-id-parameter.ts";
import { knownAnswer } from "./known-answer.ts";
import { readAction } from "./read-action.ts";
import type { Part } from "./resource.ts";
import { startsWithWords } from "./starts-with-words.ts";
import { walkAnswer } from "./walk-answer.ts";

/** What is known of a resource before its operations are. */
export interface Kind {
  readonly id: string;
  /** What creating it calls it. */
  readonly noun: readonly string[];
  /** What its id calls it, where nothing else has an id of that name. */
  readonly of: readonly string[];
}

/**
 * What an operation that creates nothing does to a resource. Deleting, describing and listing take its
 * name as it is; of updating, what comes after it is part of it ("modify instance spec"). `loose` lets a
 * list have a longer name ("user domains" are domains).
 */
export function findRole(
  operation: Operation,
  { id, noun, of }: Kind,
  loose = false,
): Pick<Part, "role" | "place"> | undefined {
  const action = readAction(operation);
  const names = [noun, of].filter((name) => name.length > 0);
  const exact = names.some((name) => isSame(action.noun, name));
  const parameter = findIdParameter(operation, id);
  switch (action.kind) {
    case "create":
    case "other":
      return undefined;
    case "delete":
      return exact && parameter !== undefined ? { role: "delete", place: [] } : undefined;
    case "update": {
      const part = exact || names.some((name) => startsWithWords(action.noun, name));
      return part && parameter !== undefined ? { role: "update", place: [] } : undefined;
    }
    case "read": {
      if (!exact && !(loose && names.some((name) => endsWithWords(action.noun, name)))) break;
      const shown = findShown(operation, id);
      const one = parameter?.required === true && isScalarShape(parameter);
      if (shown === undefined)
        return one ? { role: "describe", place: findObject(operation, noun) } : undefined;
      if (shown.at(-1) === "[]") return { role: "list", place: shown.slice(0, -1) };
      return parameter === undefined ? undefined : { role: "describe", place: shown };
    }
  }
  return undefined;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && startsWithWords(one, other);
}

/** Where an answer has objects with that id, the nearest to the top; not lists in lists. */
function findShown(operation: Operation, id: string): readonly string[] | undefined {
  return walkAnswer(knownAnswer(operation).members).find(({ place, shape }) => {
    const lists = place.filter((name) => name === "[]").length;
    const flat = lists === 0 || (lists === 1 && place.at(-1) === "[]");
    return flat && shape.type === "object" && shape.members.some(({ name }) => name === id);
  })?.place;
}

/** The object that is named as what it shows, or the answer itself. */
function findObject(operation: Operation, noun: readonly string[]): readonly string[] {
  const named = knownAnswer(operation).members.find(
    ({ name, type }) => type === "object" && name.toLowerCase() === noun.join(""),
  );
  return named === undefined ? [] : [named.name];
}
