import { distance } from "fastest-levenshtein";

/** A set of names with search for similar ones. */
export interface NearNames {
  readonly has: (name: string) => boolean;
  /** True if an accepted name differs by a slip: one letter, or two in a long name. */
  readonly hasNear: (name: string, counts: (known: string) => boolean) => boolean;
  readonly add: (name: string) => void;
}

/** The maximum number of candidates examined for each part. */
const MOST = 100;

/**
 * Indexes names so that similar ones are found without comparing all. A name is split into one part
 * more than a slip has letters. A similar name therefore contains one part unchanged, shifted by at
 * most a slip's letters.
 */
export function openNearNames(names: Iterable<string> = []): NearNames {
  const all = new Set<string>();
  /** By the name's length, then by part. */
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

/** Returns the cuts of a name: three parts, or two if only one letter may differ. */
function cutsOf(length: number): (readonly [start: number, end: number])[] {
  // A name up to two letters longer may be long enough for two differences.
  const parts = length >= LONG - 2 ? 3 : 2;
  const at = (part: number) => Math.floor((length * part) / parts);
  return Array.from({ length: parts }, (_, part) => [at(part), at(part + 1)]);
}

/** The length from which two letters may differ. */
const LONG = 12;

function isNear(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  const gap = Math.abs(one.length - other.length);
  const most = length >= LONG ? 2 : 1;
  return length >= 6 && gap <= most && distance(one, other) <= most;
}
