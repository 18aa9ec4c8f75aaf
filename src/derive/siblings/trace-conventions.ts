import type { Conventions } from "./page-evidence.ts";

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
