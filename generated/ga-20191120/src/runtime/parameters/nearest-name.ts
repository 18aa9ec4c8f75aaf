/** The name that `name` was probably meant to be: another case of it, or at most two slips away. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const limit = Math.min(2, Math.ceil(name.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const candidate of names) {
    const slips = distance(lower, candidate.toLowerCase(), limit);
    if (slips < least) [nearest, least] = [candidate, slips];
  }
  return nearest;
}

/** Characters to insert, delete or replace; any number beyond `limit` if there are more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (a[line - 1] === b[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
