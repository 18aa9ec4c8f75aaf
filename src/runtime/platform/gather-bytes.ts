/** A collector of bytes. */
export interface GatheredBytes {
  /** Adds a chunk. Returns false once the limit is exceeded. */
  add(piece: Uint8Array): boolean;
  /** Returns all bytes so far. */
  all(): Uint8Array;
}

/**
 * Collects bytes in one growing buffer. A list of chunks would take about 100 bytes for a chunk of
 * one byte.
 */
export function gatherBytes(limit: number): GatheredBytes {
  let held = new Uint8Array(0);
  let length = 0;
  return {
    add(piece) {
      const end = length + piece.length;
      if (end > limit) return false;
      if (length === 0) {
        // Most bodies are one chunk. It is never modified: a second chunk gets a new buffer.
        held = piece as Uint8Array<ArrayBuffer>;
      } else {
        if (end > held.length) {
          const wider = new Uint8Array(Math.max(end, Math.min(2 * end, limit)));
          wider.set(held.subarray(0, length));
          held = wider;
        }
        held.set(piece, length);
      }
      length = end;
      return true;
    },
    all: () => held.subarray(0, length),
  };
}
