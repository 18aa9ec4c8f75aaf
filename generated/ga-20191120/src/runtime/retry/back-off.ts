const first = 200;
const longest = 10_000;

/** How long to wait after an attempt (the first is 1), in milliseconds: at random, ever longer. */
export function backOff(attempt: number): number {
  return Math.random() * Math.min(longest, first * 2 ** (attempt - 1));
}
