/** Entries ordered by number. */
export interface Sequence<T extends { readonly number: number }> {
  size(): number;
  /** Appends an entry, whose number must be the highest. */
  push(entry: T): void;
  /** Replaces the entry with the same number. */
  replace(entry: T): void;
  remove(entry: T): void;
  /** Returns up to `count` entries from a position. */
  slice(from: number, count: number): T[];
  /** Returns the first entries with a higher number. */
  after(number: number, count: number): T[];
}

/** Maximum number of entries in a piece: small enough to move, and large enough to keep pieces few. */
const PIECE = 512;

/**
 * Creates an empty sequence.
 *
 * It is split into pieces: with 100,000 entries, removing or reading in the middle takes a few hundred
 * steps.
 */
export function makeSequence<T extends { readonly number: number }>(): Sequence<T> {
  const pieces: T[][] = [];
  let size = 0;

  /** The entries from a position on. */
  function take(piece: number, at: number, count: number): T[] {
    const taken: T[] = [];
    let from = at;
    for (let index = piece; index < pieces.length && taken.length < count; index += 1) {
      taken.push(...(pieces[index] ?? []).slice(from, from + count - taken.length));
      from = 0;
    }
    return taken;
  }

  function find(number: number): { piece: number; at: number } {
    const piece = firstWhere(pieces.length, (index) => numberOf(pieces[index]?.at(-1)) >= number);
    const entries = pieces[piece] ?? [];
    return { piece, at: firstWhere(entries.length, (at) => numberOf(entries[at]) >= number) };
  }

  return {
    size: () => size,
    push(entry) {
      const last = pieces.at(-1);
      if (last === undefined || last.length === PIECE) pieces.push([entry]);
      else last.push(entry);
      size += 1;
    },
    replace(entry) {
      const { piece, at } = find(entry.number);
      pieces[piece]?.splice(at, 1, entry);
    },
    remove(entry) {
      const { piece, at } = find(entry.number);
      const entries = pieces[piece];
      if (entries?.[at]?.number !== entry.number) return;
      entries.splice(at, 1);
      if (entries.length === 0) pieces.splice(piece, 1);
      size -= 1;
    },
    slice(from, count) {
      let left = from;
      for (const [index, { length }] of pieces.entries()) {
        if (left < length) return take(index, left, count);
        left -= length;
      }
      return [];
    },
    after(number, count) {
      const { piece, at } = find(number + 1);
      return take(piece, at, count);
    },
  };
}

function numberOf(entry: { readonly number: number } | undefined): number {
  return entry?.number ?? 0;
}

/**
 * Binary search: the first index below `length` for which `holds` is true, or else `length`.
 *
 * `holds` must be true for all indexes after the first such index.
 */
export function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
