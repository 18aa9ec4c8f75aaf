/** A value at the beginning of a text, as the page writes it. */
export interface ReadValue {
  readonly value: string;
  /** The page sets it apart: bold, code or quotes. */
  readonly apart: boolean;
  /** What stands behind it. */
  readonly rest: string;
}

const marked = /^["'“‘「]?⟦(?<value>[^⟦⟧]*)⟧["'”’」]?/;
const quoted =
  /^(?:"(?<a>[^"\n⟦]{1,60})"|“(?<b>[^”\n⟦]{1,60})”|'(?<c>[^'\n⟦]{1,60})'|‘(?<d>[^’\n⟦]{1,60})’)/;
const plain = /^[-+]?[A-Za-z0-9_][\w.\-+#@%*/]*/;

/**
 * Reads a value at the beginning of a text: bold, code, in quotes, or a word of Latin letters and
 * digits. Nothing where the text begins with something else, or where the word is a part of one.
 */
export function readValue(text: string): ReadValue | undefined {
  const set = marked.exec(text);
  const whole = set ?? quoted.exec(text);
  if (whole !== null) {
    const groups: Readonly<Record<string, string | undefined>> = whole.groups ?? {};
    const found = Object.values(groups).find((group) => group !== undefined) ?? "";
    const value = set === null ? found : found.trim();
    const bare = /^["“](?<inner>[^"”]+)["”]$/.exec(value)?.groups?.inner ?? value;
    return { value: bare, apart: true, rest: text.slice(whole[0].length) };
  }
  const word = withoutEnd(plain.exec(text)?.[0] ?? "");
  if (word === "") return undefined;
  const rest = text.slice(word.length);
  // A range, a time, something that goes on.
  if (/^(?:[~～…⟦*\\]|[:：]\d\d(?!\d)|-\d|[:：]\/\/)/.test(rest)) return undefined;
  return { value: word, apart: false, rest };
}

/** A word without the dots, hyphens and slashes behind it. */
function withoutEnd(word: string): string {
  let end = word.length;
  while (end > 0 && ".-/".includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}
