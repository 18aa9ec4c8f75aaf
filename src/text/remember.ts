/**
 * Returns a function that caches its results, because pages repeat the same texts.
 *
 * @param make Computes the output.
 * @param key Returns the cache key: the text and all other values that the output depends on.
 * @param capacity Maximum total length of the cached keys, in characters. The cache is emptied above it.
 */
export function remember<Input, Output>(
  make: (input: Input) => Output,
  key: (input: Input) => string,
  capacity: number,
): (input: Input) => Output {
  const known = new Map<string, { readonly output: Output }>();
  let size = 0;
  return (input) => {
    const text = key(input);
    const found = known.get(text);
    if (found !== undefined) return found.output;
    const output = make(input);
    size += text.length;
    if (size > capacity) {
      known.clear();
      size = text.length;
    }
    known.set(text, { output });
    return output;
  };
}
