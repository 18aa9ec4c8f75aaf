/** Something between `<` and `>`. */
export interface Tag {
  readonly kind: "address" | "break" | "silent";
  readonly end: number;
}

const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const address = new RegExp(
  String.raw`<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20\x7F]*|[\w.!#$%&'*+/=?^\x60{|}~-]+@${label}(?:\.${label})*)>`,
  "y",
);

const value = String.raw`(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*")`;
const attribute = String.raw`\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*${value})?`;
const element = new RegExp(
  String.raw`<(?:(?<closed>/)[A-Za-z][\w-]*\s*|(?<name>[A-Za-z][\w-]*)(?:${attribute})*\s*/?)>`,
  "y",
);

/** The elements that pages have in their text. What bears another name is no element: `<bucket>`. */
const known =
  /^<\/?(?:a|b|big|blockquote|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var)(?![\w-])/i;

/** The address or HTML element that begins at an index; nothing where `<` is a character like others. */
export function matchTag(content: string, at: number): Tag | undefined {
  const addressEnd = endOf(address, content, at);
  if (addressEnd !== undefined) return { kind: "address", end: addressEnd };
  if (!known.test(content.slice(at, at + 16))) return undefined;
  const end = endOf(element, content, at);
  if (end === undefined) return undefined;
  return { kind: /^<br[\s/>]/i.test(content.slice(at, at + 5)) ? "break" : "silent", end };
}

function endOf(pattern: RegExp, content: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(content) ? pattern.lastIndex : undefined;
}
