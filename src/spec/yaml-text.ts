/**
 * A text as a YAML scalar on one line: bare where nothing can take it for something else, between quotes
 * otherwise. `inFlow` is between brackets or braces, where more signs have a meaning.
 */
export function yamlText(text: string, inFlow = false): string {
  if (unprintable.test(text) || text.includes("\n")) return jsonText(text);
  // Between single quotes a backslash is a backslash, so a pattern reads as it is.
  if (text.includes("\\")) return singleQuoted(text);
  const isBare = !syntax.test(text) && !otherTypes.test(text) && !(inFlow && /[,[\]{}]/.test(text));
  if (isBare) return text;
  return text.includes('"') && !text.includes("'") ? singleQuoted(text) : jsonText(text);
}

/**
 * A text of several lines as a literal block, its lines indented; nothing where a block cannot hold it, for
 * it ends in blanks, or has characters that must be escaped.
 */
export function yamlBlock(text: string, indent: string): string | undefined {
  if (unprintable.test(text) || /[\t ]$|(?:^|\n)[\t ]+\n+$|^\s*$/.test(text)) return undefined;
  const trailing = text.length - text.replace(/(?<!\n)\n+$/, "").length;
  const lines = (trailing > 0 ? text.slice(0, -1) : text).split("\n");
  const body = lines.map((line) => (line === "" ? "\n" : `\n${indent}${line}`)).join("");
  return `|${/^\n* /.test(text) ? "2" : ""}${["-", ""][trailing] ?? "+"}${body}`;
}

/**
 * Control characters, halves of characters, what some readers take for the end of a line, and what lets a
 * text look like another one: it stands in other directions than it is read.
 */
const unprintable = /[^\P{Cc}\n\t]|\p{Cs}|\p{Bidi_C}|[\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/** What a bare text cannot begin with, hold, or end with. */
const syntax = /^$|^[\s,[\]{}#&*!|>'"%@`]|^[?:-](?:\s|$)|:\s|\s#|[\s:]$/;

/** Texts that would be read as something else: numbers, dates, booleans, nothing. */
const otherTypes =
  /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|0o[0-7]+|0x[\da-fA-F]+|\d{4}-\d\d-\d\d|~|null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text as a JSON string, which is a YAML scalar between double quotes, too. */
export function jsonText(text: string): string {
  const escape = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  // JSON leaves these as they are; they end a line for some readers, or hide what a text says.
  return JSON.stringify(text).replaceAll(
    /[\u007F-\u009F\p{Bidi_C}\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
    escape,
  );
}
