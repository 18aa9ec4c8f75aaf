import type { Json } from "./json.ts";

/** What begins like a comment and does not end is none, and is looked through once. */
const TOKEN =
  /<!--[^]*?(?:-->|$)|<[?!][^>]*(?:>|$)|<(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)(?=[\s/>])[^<>]*?(\/?)>|([^<]+)/gu;

const entities: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&apos;", "'"],
  ["&amp;", "&"],
]);

/** What goes deeper is no answer, and could not be gone through. */
const DEEPEST = 500;

interface Element {
  readonly name: string;
  readonly members: Map<string, Json[]>;
  text: string;
}

/**
 * What the outermost element of an XML text holds: elements as members, those of one name as a list, and
 * what has none in it as its text. Nothing where the text is no XML. Attributes are left out.
 */
export function readXml(text: string): Json | undefined {
  const root: Element = { name: "", members: new Map(), text: "" };
  const open = [root];
  for (const [, slash, name, empty, words] of text.matchAll(TOKEN)) {
    const around = open.at(-1);
    if (around === undefined) return undefined;
    if (words !== undefined) around.text += words;
    if (name === undefined) continue;
    const element = slash === "/" ? open.pop() : { name, members: new Map(), text: "" };
    if (element?.name !== name) return undefined;
    if (slash !== "/" && empty !== "/") open.push(element);
    else put(open.at(-1), element);
    if (open.length > DEEPEST) return undefined;
  }
  const [[only] = []] = [...root.members.values()];
  return open.length === 1 ? only : undefined;
}

function put(around: Element | undefined, { name, members, text }: Element): void {
  const inside = [...members].map(([key, values]): [string, Json] => {
    const [first = "", ...others] = values;
    return [key, others.length === 0 ? first : values];
  });
  const value = inside.length === 0 ? decode(text.trim()) : Object.fromEntries(inside);
  const known = around?.members.get(name);
  if (known === undefined) around?.members.set(name, [value]);
  else known.push(value);
}

function decode(text: string): string {
  return text.replace(/&\w+;/g, (entity) => entities.get(entity) ?? entity);
}
