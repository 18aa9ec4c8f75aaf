import { vouch, type Code } from "./code.ts";
import { visibleText } from "./visible-text.ts";

/** Text in a line of Markdown or in a table cell: nothing in it is markup. */
export function markdownText(text: string): Code {
  return vouch(
    lineOf(text)
      .trim()
      .replaceAll(/[\\`*_{}[\]<>#|~!$]/g, "\\$&")
      .replaceAll("&", "&amp;")
      .replace(/^[-+=]/, "\\$&")
      .replace(/^(\d+)(?=[.)])/, "$1\\"),
  );
}

/** Text set as code in a line of Markdown. */
export function markdownCode(text: string): Code {
  const line = lineOf(text);
  const fence = "`".repeat(
    Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  const pad = /^[` ]|[` ]$|^$/.test(line) ? " " : "";
  return vouch(`${fence}${pad}${line}${pad}${fence}`);
}

function lineOf(text: string): string {
  return visibleText(text.replaceAll(/[\s\p{Cc}]+/gu, " "));
}
