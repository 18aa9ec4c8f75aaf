import { visibleText } from "./visible-text.ts";

/**
 * A line of text, made harmless in any comment: it cannot end the comment, or say something to a tool
 * that reads comments. A backslash before a sign is not seen where the Markdown is.
 */
export function commentText(line: string): string {
  if (harmless.test(line) && !line.includes("*/")) return line;
  return visibleText(line)
    .replaceAll(/\*(?=\/)|<(?=\/script|!--)/gi, "$&\\")
    .replaceAll(/(\{@link [A-Za-z_$][\w$]*\})|(?<![\w.%+-])@(?=[^\s@])/g, keepLink)
    .replaceAll(/[#@](?=__|\s*source(?:Mapping)?URL)/gi, "$&\\");
}

/** Most lines: visible signs that mean nothing to anyone, of ASCII and of Chinese. */
const harmless = /^[\t -"$-;=?A-~\u2014\u2018-\u201D\u2026\u3001-\u9FFF\uFF01-\uFF5E]*$/;

/** A tag, wherever it stands, is escaped; a link to a name is what it says. */
function keepLink(found: string, link: string | undefined): string {
  return link ?? `\\${found}`;
}
