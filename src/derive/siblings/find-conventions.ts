import { isPluralOf } from "../../words/inflect.ts";
import type { ValueShape } from "../nesting/value-shape.ts";
import type { Conventions } from "./page-evidence.ts";

/** What samples have in common: whether lists are in wrappers, and where each name stands. */
export function findConventions(samples: readonly ValueShape[]): Conventions {
  const parents = new Map<string, Map<string, number>>();
  let wrapped = 0;
  let plain = 0;
  const note = (name: string, parent: string): void => {
    const counts = parents.get(name) ?? new Map<string, number>();
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
    parents.set(name, counts);
  };
  const holders = new Map<string, number>();
  const look = (shape: ValueShape, name: string, outer: string | undefined): void => {
    if (shape.members.size > 0) holders.set(name, (holders.get(name) ?? 0) + 1);
    const [only] = shape.members;
    const alone = shape.members.size === 1 && only !== undefined && !shape.list;
    // An answer that is one list and nothing else is no wrapper.
    const isWrapper = alone && name !== "" && (only[1].list || isPluralOf(name, only[0]));
    if (isWrapper) wrapped += 1;
    else if (shape.list && outer === undefined) plain += 1;
    for (const [inner, content] of shape.members) {
      note(inner, name);
      // What stands in the items of a wrapped list stands in the list.
      if (outer !== undefined) note(inner, outer);
      look(content, inner, isWrapper ? name : undefined);
    }
  };
  for (const sample of samples) look(sample, "", undefined);
  const wrapsLists = wrapped === plain ? undefined : wrapped > plain;
  return { ...(wrapsLists === undefined ? {} : { wrapsLists }), parents, holders };
}
