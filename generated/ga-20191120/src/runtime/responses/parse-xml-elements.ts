import { unescapeXml } from "./unescape-xml.ts";

/**
 * The elements of an XML text that hold text only, in order: their names and texts. The text need not be
 * whole, or well-formed.
 */
export function parseXmlElements(xml: string): [name: string, text: string][] {
  const elements = xml.matchAll(/<([A-Za-z]\w*)>(?:<!\[CDATA\[([^]*?)\]\]>|([^<]*))<\/\1>/g);
  return Array.from(elements, ([, name = "", verbatim, escaped = ""]) => [
    name,
    verbatim ?? unescapeXml(escaped).trim(),
  ]);
}
