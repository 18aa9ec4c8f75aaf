import { visibleText } from "./visible-text.ts";

/**
 * A line of text, made harmless in any comment: it cannot end the comment, or say something to a tool
 * that reads comments. A backslash before a sign is not seen where the Markdown is.
 */
export function commentText(line: string): string {
  return visibleText(line)
    .replaceAll(/\*(?=\/)|<(?=\/script|!--)/gi, "$&\\")
    .replaceAll(/(\{@link [A-Za-z_$][\w$]*\})|(?<![\w.%+-])@(?=[^\s@])/g, keepLink)
    .replaceAll(/[#@](?=__|\s*source(?:Mapping)?URL)/gi, "$&\\");
}

/** A tag, wherever it stands, is escaped; a link to a name is what it says. */
function keepLink(found: string, link: string | undefined): string {
  return link ?? `\\${found}`;
}
