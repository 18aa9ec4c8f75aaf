/** Bytes that come in pieces. */
export interface GatheredBytes {
  /** Takes one more piece. False once there are more bytes than the limit allows. */
  add(piece: Uint8Array): boolean;
  /** All that was added so far. */
  all(): Uint8Array;
}

/** Gathers bytes in one growing buffer: a list of pieces would take some 100 bytes for each piece of one. */
export function gatherBytes(limit: number): GatheredBytes {
  let held = new Uint8Array(0);
  let length = 0;
  return {
    add(piece) {
      const end = length + piece.length;
      if (end > limit) return false;
      if (length === 0) {
        // Most bodies are one piece. It is not written to: a second one goes to a buffer of its own.
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
