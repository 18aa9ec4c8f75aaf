import { visibleText } from "./visible-text.ts";

/**
 * Escapes a line for any comment: it cannot end the comment or act as a directive for a tool.
 *
 * Backslashes before punctuation are invisible in rendered Markdown.
 */
export function commentText(line: string): string {
  if (harmless.test(line) && !line.includes("*/")) return line;
  return visibleText(line)
    .replaceAll(/\*(?=\/)|<(?=\/script|!--)/gi, "$&\\")
    .replaceAll(/(\{@link [A-Za-z_$][\w$]*\})|(?<![\w.%+-])@(?=[^\s@])/g, keepLink)
    .replaceAll(/[#@](?=__|\s*source(?:Mapping)?URL)/gi, "$&\\");
}

/** A fast path that matches most lines: visible ASCII and Chinese characters without special meaning. */
const harmless = /^[\t -"$-;=?A-~\u2014\u2018-\u201D\u2026\u3001-\u9FFF\uFF01-\uFF5E]*$/;

/** Escapes a tag, and keeps a `{@link}` to a name. */
function keepLink(found: string, link: string | undefined): string {
  return link ?? `\\${found}`;
}
