/** A text that is a member's name in JSON: it stands before a colon. */
const token = /"(?:[^"\\\n]|\\.)*"|[[\]{}:,]|[^\s"[\]{}:,]+|"/g;

/**
 * Puts back the braces around the objects of lists in JSON that has lost them, as whole trees of pages
 * have: `["A": 1, "B": 2, "A": 3]` → `[{"A": 1, "B": 2}, {"A": 3}]`.
 */
export function mendBraces(text: string): string {
  const tokens = [...text.matchAll(token)];
  const open: { readonly list: boolean; names?: Set<string> }[] = [];
  let mended = "";
  let at = 0;
  tokens.forEach((match, index) => {
    const [word] = match;
    mended += text.slice(at, match.index);
    at = match.index + word.length;
    const inside = open.at(-1);
    const isName = word.startsWith('"') && tokens[index + 1]?.[0] === ":";
    if (inside?.list === true && isName) {
      if (inside.names?.has(word) === true) {
        mended += "}, {";
        inside.names = new Set();
      } else if (inside.names === undefined) {
        mended += "{";
        inside.names = new Set();
      }
      inside.names.add(word);
    }
    if (word === "]" && inside?.names !== undefined) mended += "}";
    if (word === "[" || word === "{") open.push({ list: word === "[" });
    else if (word === "]" || word === "}") open.pop();
    mended += word;
  });
  return mended + text.slice(at);
}
