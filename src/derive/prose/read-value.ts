import type { ScalarType, ScalarValue } from "../../spec/operation.ts";

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

/** Reads a value as its type wants it; nothing when the text is no such value. */
export function parseValue(text: string, type: ScalarType): ScalarValue | undefined {
  switch (type) {
    case "boolean": {
      const word = text.toLowerCase();
      return word === "true" ? true : word === "false" ? false : undefined;
    }
    case "integer":
    case "long":
      return /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case "float":
    case "double":
    case "number":
      return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
    case "string":
    case "any":
      return isRemark(text) ? undefined : text;
  }
}

/** Whether a text is no value but several of them, a range, a masked one, or one with a note. */
function isRemark(text: string): boolean {
  const note = text.split(/[\n\r\u2028\u2029]/).some((line) => {
    const start = line.indexOf("(");
    return start !== -1 && /\p{Script=Han}/u.test(line.slice(start));
  });
  return note || /[、，。；：（）|~～]|\*\*|,\s|^[[(]\d|\d to \d/u.test(text);
}
