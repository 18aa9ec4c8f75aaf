import type { Operation } from "../../spec/operation.ts";
import { splitWords } from "../../words/case.ts";
import { singular } from "../../words/inflect.ts";

/** What the name of an operation says. */
export interface ActionName {
  /** `other` is every verb that is none of the known, and what is done to one thing for another. */
  readonly kind: "create" | "read" | "update" | "delete" | "other";
  /** What it is done to, in small letters and singular, without what only says how it is shown. */
  readonly noun: readonly string[];
}

const kinds: ReadonlyMap<string, ActionName["kind"]> = new Map([
  ...["create", "add", "allocate", "run", "import", "register", "copy", "purchase", "submit"].map(
    (verb) => [verb, "create"] as const,
  ),
  ...["modify", "update", "set", "change", "rename"].map((verb) => [verb, "update"] as const),
  ...["delete", "remove", "release", "destroy", "terminate", "deregister"].map(
    (verb) => [verb, "delete"] as const,
  ),
]);

/** "Users for a group" are not all users, and a user that is added to a group is not created. */
const prepositions = new Set(["to", "for", "from", "of", "by", "with", "in"]);

/** Words that end a name and say that it is all of the thing, or many of it. */
const facets = new Set(["attribute", "detail", "info", "information", "list", "ex"]);

/** Reads the name of an operation: `ListForwardingRules` reads a `forwarding`, `rule`. */
export function readAction({ action, readOnly }: Operation): ActionName {
  const [verb = "", ...words] = splitWords(action);
  const noun = words.map(singular);
  while (noun.length > 1 && facets.has(noun.at(-1) ?? "")) noun.pop();
  const divided = noun.some((word) => prepositions.has(word));
  const kind = readOnly === true ? "read" : kinds.get(verb);
  return { kind: divided || noun.length === 0 ? "other" : (kind ?? "other"), noun };
}

/** What the name of a member says that holds an id. */
export interface IdName {
  /** Of one: `InstanceId`, also where the member is `InstanceIds` or `InstanceIdSet`. */
  readonly name: string;
  /** What it is the id of, in small letters and singular. */
  readonly of: readonly string[];
}

/** Reads the name of a member that ends in `Id` or `Name`, alone or of many. Nothing for any other. */
export function readIdName(member: string): IdName | undefined {
  const name = singular(member.replace(/(?:Set|List)s?$/, ""));
  const words = splitWords(name);
  const last = words.pop();
  if (words.length === 0 || (last !== "id" && last !== "name")) return undefined;
  return { name, of: words.map(singular) };
}

/** Whether a list of words starts with another. */
export function startsWithWords(words: readonly string[], start: readonly string[]): boolean {
  return start.length <= words.length && start.every((word, at) => words[at] === word);
}

/** Whether a list of words ends with another. */
export function endsWithWords(words: readonly string[], end: readonly string[]): boolean {
  return (
    end.length <= words.length &&
    end.every((word, at) => words[words.length - end.length + at] === word)
  );
}
