import { weigh } from "./weigh.ts";

/** The newest entries, within a limit. */
export interface Log<T> {
  /** Oldest first. The list is the same one for good. */
  readonly entries: readonly T[];
  add(entry: T, characters: number): void;
  /** How many entries gave way to newer ones. */
  forgotten(): number;
  clear(): void;
}

/** Makes an empty log. `limit` counts entries, each once for every 1,024 characters begun. */
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
      // The newest entry stays, however long it is: a request has a limit of its own.
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
