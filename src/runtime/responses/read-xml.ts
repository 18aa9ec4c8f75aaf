/** The content of an XML text. */
export interface XmlReading {
  /**
   * The content of the root element as an object. An element becomes a text, or an object if it has
   * child elements; repeated elements become a list. Attributes and text between elements are
   * ignored. `undefined` for truncated or malformed XML, and for HTML.
   */
  readonly result: unknown;
  /** The elements that contain only text, in order. In truncated XML the last text may be partial. */
  readonly leaves: readonly (readonly [name: string, text: string])[];
}

type Members = Record<string, unknown>;

// An unterminated comment takes all the rest: searching its end at each `<` would take quadratic
// time.
const token =
  /<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<(?:\?|!(?!--|\[CDATA))[^>]*>|<(\/?)([A-Za-z_][\w.:-]*)(?:\s[^<>]*?)?(\/?)>|([^<]+|<(?:[!?][^]*)?)/g;

// Deeper than any response, because each open element takes memory.
const deepest = 1000;
// Tags and texts: each takes about 100 bytes, and may be four bytes of text.
const mostTokens = 300_000;

/** Parses XML, up to the first limit reached. */
export function readXml(xml: string): XmlReading {
  const outermost = { name: "", members: new Map<string, unknown>(), text: "" };
  const leaves: [string, string][] = [];
  const open = [outermost];
  let inner = outermost;
  let whole = true;
  let tokens = 0;
  for (const [, verbatim, closing, name, empty, text] of xml.matchAll(token)) {
    tokens += 1;
    if (tokens > mostTokens) return { result: undefined, leaves };
    if (name === undefined) {
      if (text?.startsWith("<")) whole = false;
      else inner.text += verbatim ?? unescapeXml(text ?? "");
      continue;
    }
    if (!closing) open.push((inner = { name, members: new Map(), text: "" }));
    if (open.length > deepest) break;
    if (!closing && !empty) continue;
    if (inner.name !== name) {
      whole = false;
      continue;
    }
    const { members } = inner;
    const value = members.size === 0 ? inner.text.trim() : Object.fromEntries(members);
    if (typeof value === "string") leaves.push([name, value]);
    open.pop();
    inner = open.at(-1) ?? outermost;
    const known = inner.members.get(name);
    if (Array.isArray(known)) known.push(value);
    else inner.members.set(name, known === undefined ? value : [known, value]);
  }
  if (open.length > 1 && inner.text.trim()) leaves.push([inner.name, inner.text.trim()]);
  const result: Members = Object.fromEntries(outermost.members);
  const [root = "html", ...others] = Object.keys(result);
  const content = result[root];
  const broken = !whole || open.length > 1 || others.length > 0 || outermost.text.trim() !== "";
  if (broken || /^html$/i.test(root) || Array.isArray(content))
    return { result: undefined, leaves };
  return { result: typeof content === "string" ? result : content, leaves };
}

const entities = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

// `replace` holds all matches until it ends, at 100 bytes each, so long texts are split.
const partLength = 65_536;

/** Decodes entities and character references. Unknown ones stay unchanged. */
function unescapeXml(text: string): string {
  let read = "";
  let rest = text;
  while (rest.length > partLength) {
    // The longest known reference has ten characters.
    const reference = rest.lastIndexOf("&", partLength);
    const end = reference > partLength - 10 ? reference : partLength;
    read += unescapePart(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return read + unescapePart(rest);
}

function unescapePart(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7}|x[\da-f]{1,6})|(\w+));/gi,
    (whole, number?: string, name?: string) => {
      // `Number` parses `0x2b`, but not `x2b`.
      const point = Number(number?.replace(/^x/i, "0x"));
      return point <= 0x10ffff ? String.fromCodePoint(point) : (entities.get(name ?? "") ?? whole);
    },
  );
}
