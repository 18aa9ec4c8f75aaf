/** A store of values by group and key that discards the oldest. */
export interface Memory<G, V> {
  get(group: G, key: string): V | undefined;
  set(group: G, key: string, value: V, characters: number): void;
  delete(group: G, key: string): void;
  /** Oldest first. */
  keys(group: G): string[];
  /** The number of entries discarded for newer ones. */
  forgotten(): number;
  clear(): void;
}

type Generation<G, V> = Map<G, Map<string, V>>;

/**
 * Creates an empty store. Each entry counts once per started 1,024 characters.
 *
 * It keeps at least the newest `limit` entries, and at most twice as many. Entries are discarded by
 * generation, without visiting each one.
 */
export function makeMemory<G, V>(limit: number, onForget: () => void): Memory<G, V> {
  let young: Generation<G, V> = new Map();
  let old: Generation<G, V> = new Map();
  let weight = 0;
  let forgotten = 0;
  const turn = () => {
    let lost = 0;
    for (const values of old.values()) lost += values.size;
    old = young;
    young = new Map();
    weight = 0;
    forgotten += lost;
    if (lost > 0) onForget();
  };
  return {
    get: (group, key) => young.get(group)?.get(key) ?? old.get(group)?.get(key),
    set(group, key, value, characters) {
      if (weight >= limit) turn();
      weight += weigh(characters);
      old.get(group)?.delete(key);
      const values = young.get(group) ?? new Map<string, V>();
      // Setting a key again makes it the newest.
      values.delete(key);
      young.set(group, values.set(key, value));
    },
    delete(group, key) {
      young.get(group)?.delete(key);
      old.get(group)?.delete(key);
    },
    keys: (group) => [...(old.get(group)?.keys() ?? []), ...(young.get(group)?.keys() ?? [])],
    forgotten: () => forgotten,
    clear() {
      young = new Map();
      old = new Map();
      weight = 0;
      forgotten = 0;
    },
  };
}

/** The newest entries, up to a limit. */
export interface Log<T> {
  /** Oldest first. The array's identity never changes. */
  readonly entries: readonly T[];
  add(entry: T, characters: number): void;
  /** The number of entries discarded for newer ones. */
  forgotten(): number;
  clear(): void;
}

/** Creates an empty log. `limit` counts entries, each once per started 1,024 characters. */
export function makeLog<T>(limit: number, onForget: () => void): Log<T> {
  const entries: T[] = [];
  const weights: number[] = [];
  let total = 0;
  let forgotten = 0;
  return {
    entries,
    add(entry, characters) {
      const weight = weigh(characters);
      entries.push(entry);
      weights.push(weight);
      total += weight;
      // The newest entry always stays; the request limit bounds its length.
      while (total > limit && entries.length > 1) {
        entries.shift();
        total -= weights.shift() ?? 0;
        forgotten += 1;
        onForget();
      }
    },
    forgotten: () => forgotten,
    clear() {
      entries.length = 0;
      weights.length = 0;
      total = 0;
      forgotten = 0;
    },
  };
}

/** Characters per unit of a limit. */
export const UNIT = 1024;

/** The units that an entry takes of a limit: one per started 1,024 characters. */
export function weigh(characters: number): number {
  return Math.max(1, Math.ceil(characters / UNIT));
}
