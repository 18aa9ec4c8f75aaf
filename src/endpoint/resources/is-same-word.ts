/** Whether two words, made singular, are one: of `shelves` only `shelve` is known, which is a `shelf`. */
export function isSameWord(one: string | undefined, other: string): boolean {
  return one === other || one?.replace(/ve$/, "f") === other.replace(/ve$/, "f");
}
