import type { Operation } from "../../spec/operation.ts";
import { splitWords } from "../../words/case.ts";
import { singular } from "../../words/inflect.ts";

/** The parsed name of an operation. */
export interface ActionName {
  /** `other`: an unknown verb, or an action on one thing for another. */
  readonly kind: "create" | "read" | "update" | "delete" | "other";
  /** The object in lower case and singular, without suffixes such as `Info` or `List`. */
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

/** Prepositions make an action `other`: "users for a group" are not all users. */
const prepositions = new Set(["to", "for", "from", "of", "by", "with", "in"]);

/** Suffixes that do not change the object. */
const facets = new Set(["attribute", "detail", "info", "information", "list", "ex"]);

/** Parses the name of an operation: `ListForwardingRules` reads `forwarding`, `rule`. */
export function readAction({ action, readOnly }: Operation): ActionName {
  const [verb = "", ...words] = splitWords(action);
  const noun = words.map(singular);
  while (noun.length > 1 && facets.has(noun.at(-1) ?? "")) noun.pop();
  const divided = noun.some((word) => prepositions.has(word));
  const kind = readOnly === true ? "read" : kinds.get(verb);
  return { kind: divided || noun.length === 0 ? "other" : (kind ?? "other"), noun };
}

/** The parsed name of a member with an ID. */
export interface IdName {
  /** Singular: `InstanceId`, also for `InstanceIds` and `InstanceIdSet`. */
  readonly name: string;
  /** The words of the resource, in lower case and singular. */
  readonly of: readonly string[];
}

/** Parses a member name that ends in `Id`, `Name` or their plural; returns `undefined` for others. */
export function readIdName(member: string): IdName | undefined {
  const name = singular(member.replace(/(?:Set|List)s?$/, ""));
  const words = splitWords(name);
  const last = words.pop();
  if (words.length === 0 || (last !== "id" && last !== "name")) return undefined;
  return { name, of: words.map(singular) };
}

/** Returns true if a list of words starts with another. */
export function startsWithWords(words: readonly string[], start: readonly string[]): boolean {
  return start.length <= words.length && start.every((word, at) => words[at] === word);
}

/** Returns true if a list of words ends with another. */
export function endsWithWords(words: readonly string[], end: readonly string[]): boolean {
  return (
    end.length <= words.length &&
    end.every((word, at) => words[words.length - end.length + at] === word)
  );
}
