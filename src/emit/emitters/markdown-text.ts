import { vouch, type Code } from "./code.ts";
import { visibleText } from "./visible-text.ts";

/** Prints text for a line of Markdown or a table cell, with all markup escaped. */
export function markdownText(text: string): Code {
  return vouch(
    lineOf(text)
      .trim()
      .replaceAll(/ {2,}/g, " ")
      .replaceAll(/[\\`*_{}[\]<>#|~!$]/g, "\\$&")
      .replaceAll("&", "&amp;")
      .replace(/^[-+=]/, "\\$&")
      .replace(/^(\d+)(?=[.)])/, "$1\\"),
  );
}

/** Prints text as code in a line of Markdown. */
export function markdownCode(text: string): Code {
  return codeOf(lineOf(text));
}

/**
 * Prints text as code in a table cell, with its bars escaped.
 *
 * A bar after a backslash cannot be written as code in a cell, so such a text is printed as plain text.
 */
export function markdownCellCode(text: string): Code {
  const line = lineOf(text);
  return line.includes("\\|") ? markdownText(line) : codeOf(line.replaceAll("|", "\\|"));
}

/** Encloses a line in the shortest fence that it does not contain, with spaces where it needs them. */
function codeOf(line: string): Code {
  if (!/^[` ]|[` ]$|`|^$/.test(line)) return vouch(`\`${line}\``);
  const runs = new Set([...line.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = "`".repeat(length);
  // Markdown removes one space at each end, unless the code is blank.
  const isBlankAround = line.startsWith(" ") && line.endsWith(" ") && /[^ ]/.test(line);
  const pad = isBlankAround || /^`|`$|^$/.test(line) ? " " : "";
  return vouch(`${fence}${pad}${line}${pad}${fence}`);
}

/** Names and numbers, which need no escaping. */
const plain = /^[\w.[\]{}-]+$/;

function lineOf(text: string): string {
  if (plain.test(text)) return text;
  return visibleText(text.replaceAll(/[\s\p{Cc}]+/gu, " "));
}
