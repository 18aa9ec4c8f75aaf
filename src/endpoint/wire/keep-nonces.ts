import { createHash } from "node:crypto";

/** The nonces of earlier calls, for refusing replays. */
export interface Nonces {
  /**
   * Records a nonce. `time` and `now` are milliseconds since the epoch.
   *
   * `used`: the nonce was recorded before. `forgotten`: nonces of this time were discarded, so a replay
   * cannot be excluded.
   */
  add(nonce: string, time: number, now: number): "new" | "used" | "forgotten";
}

/** Maximum number of nonces, about 25 MB. */
const LIMIT = 250_000;

/**
 * Creates an empty record of nonces.
 *
 * A nonce is discarded after `tolerance` milliseconds, when its timestamp is refused anyway. Above
 * `limit`, nonces with the oldest timestamps are discarded, and further calls with such timestamps are
 * refused.
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

/** Bytes of a digest that are kept. Collisions are assumed not to occur. */
const BYTES = 16;

/** Returns a short digest of a text that is only compared, to save memory. */
export function digestText(text: string): string {
  return createHash("sha256").update(text).digest().toString("latin1", 0, BYTES);
}
