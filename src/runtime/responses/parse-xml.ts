import { unescapeXml } from "./unescape-xml.ts";

/** An element that is not closed yet. */
interface Open {
  readonly name: string;
  readonly members: Map<string, unknown>;
  text: string;
}

/**
 * Reads a whole XML text as an object: the members are the elements inside the outermost one. An element
 * is a text, or an object where it holds others; one that is repeated is a list. Attributes are left
 * aside, and so is text between elements. `undefined` if the text is not well-formed XML.
 */
export function parseXml(xml: string): unknown {
  const around: Open[] = [{ name: "", members: new Map(), text: "" }];
  const tokens =
    /<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<\?[^>]*>|<(\/?)([A-Za-z_][\w.:-]*)(?:\s[^<>]*?)?(\/?)>|([^<]+)/y;
  while (tokens.lastIndex < xml.length) {
    const [, verbatim, closing, name, empty, text] = tokens.exec(xml) ?? [undefined];
    if (tokens.lastIndex === 0) return undefined;
    const inner = around.at(-1);
    if (inner === undefined) return undefined;
    if (name === undefined) inner.text += verbatim ?? unescapeXml(text ?? "");
    else if (closing) {
      if (around.length === 1 || inner.name !== name) return undefined;
      around.pop();
      add(around.at(-1), name, valueOf(inner));
    } else if (empty) add(inner, name, "");
    else around.push({ name, members: new Map(), text: "" });
  }
  const [root, open] = around;
  const outermost = Object.fromEntries(root?.members ?? []);
  const [name = "html", ...others] = Object.keys(outermost);
  if (open !== undefined || others.length > 0 || root?.text.trim() !== "") return undefined;
  // A page for people is no answer, however well it is formed.
  if (name.toLowerCase() === "html" || Array.isArray(outermost[name])) return undefined;
  return typeof outermost[name] === "string" ? outermost : outermost[name];
}

function valueOf({ members, text }: Open): unknown {
  return members.size === 0 ? text.trim() : Object.fromEntries(members);
}

function add(parent: Open | undefined, name: string, value: unknown): void {
  const known = parent?.members.get(name);
  if (known === undefined) parent?.members.set(name, value);
  else if (Array.isArray(known)) known.push(value);
  else parent?.members.set(name, [known, value]);
}
