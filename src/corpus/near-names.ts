import { distance } from "fastest-levenshtein";

/** Names, and what is spelled nearly like one of them. */
export interface NearNames {
  readonly has: (name: string) => boolean;
  /** Whether a name that counts differs from this one by a slip: a letter or two in a long one. */
  readonly hasNear: (name: string, counts: (known: string) => boolean) => boolean;
  readonly add: (name: string) => void;
}

/** How many names are looked at that have a part in the same place. */
const MOST = 100;

/**
 * Opens names so that near ones are found without a look at each. A name is cut into one part more than a slip
 * has letters, so a near one has one of the parts unchanged, moved by no more letters than the slip has.
 */
export function openNearNames(names: Iterable<string> = []): NearNames {
  const all = new Set<string>();
  /** By the length of the name, and for each of its parts by the part. */
  const byLength = new Map<number, Map<string, string[]>[]>();
  const add = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    const cuts = cutsOf(name.length);
    const parts = byLength.get(name.length) ?? cuts.map(() => new Map<string, string[]>());
    byLength.set(name.length, parts);
    for (const [index, [start, end]] of cuts.entries()) {
      const part = name.slice(start, end);
      const others = parts[index]?.get(part);
      if (others === undefined) parts[index]?.set(part, [name]);
      else if (others.length < MOST) others.push(name);
    }
  };
  const hasNear: NearNames["hasNear"] = (name, counts) => {
    const isMeant = (known: string) => counts(known) && isNear(known, name);
    for (let length = name.length - 2; length <= name.length + 2; length += 1) {
      const parts = byLength.get(length);
      if (parts === undefined) continue;
      for (const [index, [start, end]] of cutsOf(length).entries()) {
        for (let from = Math.max(0, start - 2); from <= start + 2; from += 1) {
          const part = name.slice(from, from + end - start);
          if (parts[index]?.get(part)?.some(isMeant) === true) return true;
        }
      }
    }
    return false;
  };
  for (const name of names) add(name);
  return { has: (name) => all.has(name), hasNear, add };
}

/** Where a name of so many letters is cut: into three, or two where only one letter may differ. */
function cutsOf(length: number): (readonly [start: number, end: number])[] {
  // One of two letters more may be so long that two may differ.
  const parts = length >= LONG - 2 ? 3 : 2;
  const at = (part: number) => Math.floor((length * part) / parts);
  return Array.from({ length: parts }, (_, part) => [at(part), at(part + 1)]);
}

/** From how many letters on two of them may differ. */
const LONG = 12;

function isNear(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  const gap = Math.abs(one.length - other.length);
  const most = length >= LONG ? 2 : 1;
  return length >= 6 && gap <= most && distance(one, other) <= most;
}
