import { createHash } from "node:crypto";

/** Nonces of calls, so that no call is answered twice. */
export interface Nonces {
  /**
   * Remembers a nonce. `used` was seen before. `forgotten` came with a time (milliseconds since the epoch) of
   * which nonces were forgotten, so nobody can tell.
   */
  add(nonce: string, time: number, now: number): "new" | "used" | "forgotten";
}

/** The most nonces that are remembered: some 25 MB. */
const LIMIT = 250_000;

/**
 * Makes a memory of nonces. A nonce is forgotten when the time of its call refuses it anyhow: after `tolerance`
 * milliseconds. Where that is too late for `limit`, the calls with the oldest times go first, and further calls
 * with such times are refused.
 */
export function keepNonces(tolerance: number, limit = LIMIT): Nonces {
  const seen = new Set<string>();
  const bySecond = new Map<number, string[]>();
  let first = Number.NEGATIVE_INFINITY;
  let swept: number | undefined;

  const forget = (second: number) => {
    for (const nonce of bySecond.get(second) ?? []) seen.delete(nonce);
    bySecond.delete(second);
  };
  const sweep = (now: number) => {
    const second = Math.floor(now / 1000);
    if (second === swept) return;
    swept = second;
    for (const old of bySecond.keys()) if (now - old * 1000 > tolerance) forget(old);
  };

  return {
    add(nonce, time, now) {
      sweep(now);
      const digest = digestText(nonce);
      if (seen.has(digest)) return "used";
      const second = Math.floor(time / 1000);
      if (second < first) return "forgotten";
      seen.add(digest);
      const nonces = bySecond.get(second);
      if (nonces === undefined) bySecond.set(second, [digest]);
      else nonces.push(digest);
      while (seen.size > limit) {
        let oldest = Number.POSITIVE_INFINITY;
        for (const one of bySecond.keys()) oldest = Math.min(oldest, one);
        forget(oldest);
        first = oldest + 1;
      }
      return "new";
    },
  };
}

/** Bytes of a digest that are kept: no two texts of one endpoint share them. */
const BYTES = 16;

/** A short text that stands for a long one, so that what is only compared takes little memory. */
export function digestText(text: string): string {
  return createHash("sha256").update(text).digest().toString("latin1", 0, BYTES);
}
