/**
 * The names of operations' files, without their endings: those of the operations. Of operations that differ
 * in case only, all but the first in order have a number, for on many file systems they would be one file.
 */
export function specNames(actions: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Map<string, number>();
  return new Map(
    [...new Set(actions)].sort().map((action) => {
      const folded = action.toLowerCase();
      const number = (taken.get(folded) ?? 0) + 1;
      taken.set(folded, number);
      return [action, number === 1 ? action : `${action}-${number}`];
    }),
  );
}
