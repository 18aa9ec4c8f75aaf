import { countCharacters } from "./count-characters.ts";
import type { Fault } from "./fault.ts";
import { findBoundsFault } from "./find-bounds-fault.ts";
import type { Limits } from "./limits.ts";
import { tryJson } from "./try-json.ts";

/** Says which of its limits a value breaks, by its text on the wire, without the value itself. */
export function findLimitFault(
  text: string,
  { values, length, range, count, pattern }: Limits,
): Fault | undefined {
  if (text === "") return undefined;
  if (values?.includes(text) === false) {
    const allowed = values.map((value) => JSON.stringify(value)).join(" or ");
    return { rule: "values", text: `must be ${allowed}` };
  }
  const fault =
    (length && findBoundsFault(countCharacters(text), length, "length")) ??
    (range && findBoundsFault(Number(text), range, "range")) ??
    (count && findBoundsFault(countItems(text), count, "count"));
  // Only where the length is right, so that no pattern is run on a text it was not made for.
  if (fault !== undefined || !pattern || pattern.test(text)) return fault;
  return { rule: "pattern", text: `must match ${pattern.source}` };
}

function countItems(text: string): number {
  const list = tryJson(text);
  return (Array.isArray(list) ? list : text.split(",")).length;
}
