import { splitWords } from "../../words/case.ts";
import { singular } from "../../words/inflect.ts";

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
