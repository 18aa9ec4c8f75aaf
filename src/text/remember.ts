/**
 * A function that remembers what it made of a text, for pages repeat each other word by word.
 *
 * @param make What is made of a text; `key` is the text and all else that the result depends on.
 * @param capacity How many characters of keys are remembered before all are forgotten.
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
