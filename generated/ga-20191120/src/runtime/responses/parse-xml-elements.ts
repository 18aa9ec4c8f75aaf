const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&apos;": "'",
};

/** The elements of an XML text that hold text only, in order: their names and texts. */
export function parseXmlElements(xml: string): [name: string, text: string][] {
  const elements = xml.matchAll(/<([A-Za-z]\w*)>(?:<!\[CDATA\[([^]*?)\]\]>|([^<]*))<\/\1>/g);
  return Array.from(elements, ([, name = "", verbatim, escaped = ""]) => [
    name,
    verbatim ?? escaped.replace(/&(?:#x?[\da-f]{1,6}|[a-z]{2,4});/gi, unescapeEntity).trim(),
  ]);
}

function unescapeEntity(entity: string): string {
  if (!entity.startsWith("&#")) return entities[entity] ?? entity;
  // Number() reads `x2b` once it is `0x2b`.
  const point = Number(entity.slice(2, -1).replace(/^x/i, "0x"));
  return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
}
