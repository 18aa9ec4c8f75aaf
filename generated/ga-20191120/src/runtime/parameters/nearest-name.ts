/**
 * Returns the likely intended name: one that differs in case, or by at most two characters in one
 * place.
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const limit = Math.min(2, Math.ceil(name.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const candidate of names) {
    const slips = slipsBetween(name.toLowerCase(), candidate.toLowerCase());
    if (slips < least) [nearest, least] = [candidate, slips];
  }
  return nearest;
}

/** Counts the characters between the common prefix and suffix of two texts. */
function slipsBetween(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < shorter && a[begin] === b[begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - begin - end;
}
