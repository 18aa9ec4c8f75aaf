import { isPluralOf } from "../../words/inflect.ts";
import type { ValueShape } from "./value-shape.ts";

/** What the samples of a product's pages have in common. */
export interface Conventions {
  /** Whether lists are in wrappers, `"Hosts": {"Host": […]}`; nothing where both occur alike. */
  readonly wrapsLists?: boolean;
  /** How often a name stands inside another; `""` is the top. */
  readonly parents: Lookup<ReadonlyMap<string, number>>;
  /** In how many samples a name has members. */
  readonly holders: Lookup<number>;
}

/** What is known of names, one by one. */
export type Lookup<Value> = Pick<ReadonlyMap<string, Value>, "get">;

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

/** Which names somebody asked conventions about. */
export interface Trace {
  readonly names: ReadonlySet<string>;
  /** Conventions that remember each name that they are asked about. */
  readonly conventions: Conventions;
}

/** Conventions that remember what was asked of them: nothing else of them can matter to who asked. */
export function traceConventions({ parents, holders, ...rest }: Conventions): Trace {
  const names = new Set<string>();
  const watch = <Value>(map: Pick<ReadonlyMap<string, Value>, "get">) => ({
    get(name: string) {
      names.add(name);
      return map.get(name);
    },
  });
  return { names, conventions: { ...rest, parents: watch(parents), holders: watch(holders) } };
}

/** What conventions say about some names, as text. */
export function answerAbout(
  { wrapsLists, parents, holders }: Conventions,
  names: Iterable<string>,
): string {
  const answers = [...names].map((name) => [
    name,
    [...(parents.get(name) ?? [])],
    holders.get(name) ?? 0,
  ]);
  return JSON.stringify([wrapsLists ?? null, answers]);
}
