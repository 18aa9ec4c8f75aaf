/** Whether a list of words ends with another. */
export function endsWithWords(words: readonly string[], end: readonly string[]): boolean {
  return (
    end.length <= words.length &&
    end.every((word, at) => words[words.length - end.length + at] === word)
  );
}
