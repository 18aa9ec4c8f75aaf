/**
 * Writes a string as a YAML scalar on one line: plain where that is unambiguous, quoted otherwise.
 *
 * `inFlow`: inside brackets or braces, where more characters have a meaning.
 */
export function yamlText(text: string, inFlow = false): string {
  if (unprintable.test(text) || text.includes("\n")) return jsonText(text);
  // Single quotes keep backslashes, so patterns stay readable.
  if (text.includes("\\")) return singleQuoted(text);
  const isBare = !syntax.test(text) && !otherTypes.test(text) && !(inFlow && /[,[\]{}]/.test(text));
  if (isBare) return text;
  return text.includes('"') && !text.includes("'") ? singleQuoted(text) : jsonText(text);
}

/**
 * Writes a string of several lines as an indented literal block.
 *
 * Returns `undefined` where a block cannot represent it: it ends in blanks, or has characters to escape.
 */
export function yamlBlock(text: string, indent: string): string | undefined {
  if (unprintable.test(text) || /[\t ]$|(?:^|\n)[\t ]+\n+$|^\s*$/.test(text)) return undefined;
  const trailing = text.length - text.replace(/(?<!\n)\n+$/, "").length;
  const lines = (trailing > 0 ? text.slice(0, -1) : text).split("\n");
  const body = lines.map((line) => (line === "" ? "\n" : `\n${indent}${line}`)).join("");
  return `|${/^\n* /.test(text) ? "2" : ""}${["-", ""][trailing] ?? "+"}${body}`;
}

/**
 * Characters that are escaped: controls, surrogates, special line ends, and marks that change the
 * direction.
 */
const unprintable = /[^\P{Cc}\n\t]|\p{Cs}|\p{Bidi_C}|[\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/** Syntax that a plain scalar cannot start with, contain, or end with. */
const syntax = /^$|^[\s,[\]{}#&*!|>'"%@`]|^[?:-](?:\s|$)|:\s|\s#|[\s:]$/;

/** Texts that YAML would read as another type: numbers, dates, booleans, null. */
const otherTypes =
  /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|0o[0-7]+|0x[\da-fA-F]+|\d{4}-\d\d-\d\d|~|null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Writes a JSON string, which is also a double-quoted YAML scalar. */
export function jsonText(text: string): string {
  const escape = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  // JSON does not escape these, but some readers take them for line ends, or they hide text.
  return JSON.stringify(text).replaceAll(
    /[\u007F-\u009F\p{Bidi_C}\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
    escape,
  );
}
