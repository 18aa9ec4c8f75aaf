import { XMLParser } from "fast-xml-parser";
import { jsonrepair } from "jsonrepair";
import type { SampleBlock } from "../../page/page.ts";
import { requestId } from "../../spec/protocol-names.ts";
import { limitFacts } from "../../text/limits.ts";

/** A sample as a value, and whether its text had to be mended to be read. */
export interface SampleValue {
  readonly value: unknown;
  readonly mended: boolean;
}

/** A sample answer as a value; nothing when it cannot be read as what it looks like. */
export function readSampleValue(sample: SampleBlock, action: string): SampleValue | undefined {
  const { text } = sample.body;
  switch (sample.kind) {
    case "json":
      return unwrap(readJson(text) ?? mendJson(text), action);
    case "xml":
      return unwrap(readXml(text), action);
    case "request":
      return undefined;
  }
}

function readJson(text: string): SampleValue | undefined {
  try {
    return { value: JSON.parse(text), mended: false };
  } catch {
    return undefined;
  }
}

/** Mending may take time in proportion to the square of a text's length; the longest on pages has 24,000. */
const longestMended = 30_000;

/** Comments, trailing commas, `...`, single quotes, missing braces and commas are mended. */
function mendJson(text: string): SampleValue | undefined {
  if (text.length > longestMended) return undefined;
  const bare = text.trim();
  try {
    const whole = /^[{[]/.test(bare) ? bare : `{${bare}}`;
    return { value: JSON.parse(jsonrepair(mendBraces(whole))), mended: true };
  } catch {
    return undefined;
  }
}

const parser = new XMLParser({
  parseTagValue: false,
  processEntities: false,
  maxNestedTags: limitFacts.sampleNesting.most,
});

function readXml(text: string): SampleValue | undefined {
  const whole = closesEveryElement(text);
  try {
    return { value: parser.parse(text.trim()), mended: !whole };
  } catch {
    return undefined;
  }
}

/** The parser mends elements that do not close; a sample with one may be only a part of an answer. */
function closesEveryElement(text: string): boolean {
  const open: string[] = [];
  for (const [, inner = ""] of withoutComments(text).matchAll(/<([^<>]+)>/g)) {
    const [, end, name] = /^(\/?)([\w.:-]+)/.exec(inner) ?? [];
    if (name === undefined) continue;
    if (end === "/" && open.pop() !== name) return false;
    if (end === "" && !inner.endsWith("/")) open.push(name);
  }
  return open.length === 0;
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf("<!--", at);
    const end = start === -1 ? -1 : text.indexOf("-->", start + 4);
    if (end === -1) return [...parts, text.slice(at)].join("");
    parts.push(text.slice(at, start));
    at = end + 3;
  }
}

/** An answer may be wrapped: in an element named after the operation, or as the body of something. */
function unwrap(sample: SampleValue | undefined, action: string): SampleValue | undefined {
  let value = sample?.value;
  for (let times = 0; times < 3 && isObject(value) && !(requestId in value); times += 1) {
    const entries = Object.entries(value).filter(([name]) => !name.startsWith("?"));
    const inner = entries.find(
      ([name, content]) =>
        name === `${action}Response` || (isObject(content) && requestId in content),
    );
    const only = entries.length === 1 ? entries[0] : undefined;
    const [, content] =
      inner ?? (only !== undefined && /^[A-Z]\w*Response$/i.test(only[0]) ? only : []);
    if (content === undefined) break;
    value = content;
  }
  return sample === undefined ? undefined : { ...sample, value };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text that is a member's name in JSON: it stands before a colon. */
const token = /"(?:[^"\\\n]|\\.)*"|[[\]{}:,]|[^\s"[\]{}:,]+|"/g;

/**
 * Puts back the braces around the objects of lists in JSON that has lost them, as whole trees of pages
 * have: `["A": 1, "B": 2, "A": 3]` → `[{"A": 1, "B": 2}, {"A": 3}]`.
 */
export function mendBraces(text: string): string {
  const tokens = [...text.matchAll(token)];
  const open: { readonly list: boolean; names?: Set<string> }[] = [];
  let mended = "";
  let at = 0;
  tokens.forEach((match, index) => {
    const [word] = match;
    mended += text.slice(at, match.index);
    at = match.index + word.length;
    const inside = open.at(-1);
    const isName = word.startsWith('"') && tokens[index + 1]?.[0] === ":";
    if (inside?.list === true && isName) {
      if (inside.names?.has(word) === true) {
        mended += "}, {";
        inside.names = new Set();
      } else if (inside.names === undefined) {
        mended += "{";
        inside.names = new Set();
      }
      inside.names.add(word);
    }
    if (word === "]" && inside?.names !== undefined) mended += "}";
    if (word === "[" || word === "{") open.push({ list: word === "[" });
    else if (word === "]" || word === "}") open.pop();
    mended += word;
  });
  return mended + text.slice(at);
}
