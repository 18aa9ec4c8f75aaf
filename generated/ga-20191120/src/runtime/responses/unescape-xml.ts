const entities = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Reads the entities and character references in a text of XML. Unknown ones stay as they are. */
export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7}|x[\da-f]{1,6})|(\w+));/gi,
    (whole, number?: string, name?: string) => {
      // `x2b` is a number once it is `0x2b`.
      const point = Number(number?.replace(/^x/i, "0x"));
      return point <= 0x10ffff ? String.fromCodePoint(point) : (entities.get(name ?? "") ?? whole);
    },
  );
}
