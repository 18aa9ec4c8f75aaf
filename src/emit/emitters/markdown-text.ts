import { vouch, type Code } from "./code.ts";
import { visibleText } from "./visible-text.ts";

/** Text in a line of Markdown or in a table cell: nothing in it is markup. */
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

/** Text set as code in a line of Markdown. */
export function markdownCode(text: string): Code {
  return codeOf(lineOf(text));
}

/**
 * Text set as code in a cell of a table: there, a bar would end the cell wherever it stands. Behind a
 * backslash it cannot be written in code: such a text is no code, but reads the same.
 */
export function markdownCellCode(text: string): Code {
  const line = lineOf(text);
  return line.includes("\\|") ? markdownText(line) : codeOf(line.replaceAll("|", "\\|"));
}

/** The shortest fence that is not in the text; blanks keep it apart from backquotes at its ends. */
function codeOf(line: string): Code {
  if (!/^[` ]|[` ]$|`|^$/.test(line)) return vouch(`\`${line}\``);
  const runs = new Set([...line.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = "`".repeat(length);
  // A reader takes a blank away at each end, if there is anything but blanks.
  const isBlankAround = line.startsWith(" ") && line.endsWith(" ") && /[^ ]/.test(line);
  const pad = isBlankAround || /^`|`$|^$/.test(line) ? " " : "";
  return vouch(`${fence}${pad}${line}${pad}${fence}`);
}

/** Names and numbers, which nothing has to be done to. */
const plain = /^[\w.[\]{}-]+$/;

function lineOf(text: string): string {
  if (plain.test(text)) return text;
  return visibleText(text.replaceAll(/[\s\p{Cc}]+/gu, " "));
}
