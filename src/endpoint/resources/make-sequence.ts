/** Entries in the order of their numbers. */
export interface Sequence<T extends { readonly number: number }> {
  size(): number;
  /** Puts an entry at the end: its number is the highest so far. */
  push(entry: T): void;
  /** Puts an entry in the place of the one with its number. */
  replace(entry: T): void;
  remove(entry: T): void;
  /** As many entries as are asked for, from a position on. */
  slice(from: number, count: number): T[];
  /** The first entries whose numbers are higher than one. */
  after(number: number, count: number): T[];
}

/** Entries of a piece: few enough to be moved, many enough that there are few pieces. */
const PIECE = 512;

/**
 * Makes an empty sequence. It lies in pieces, so that removing from the middle of 100,000 entries, or reading a page
 * there, takes a few hundred steps.
 */
export function makeSequence<T extends { readonly number: number }>(): Sequence<T> {
  const pieces: T[][] = [];
  let size = 0;

  /** The entries from a place on. */
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

/** The first index below `length` of which something holds that holds of all after it, too; or else `length`. */
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
