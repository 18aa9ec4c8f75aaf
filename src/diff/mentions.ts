import type { Bounds } from "../spec/operation.ts";

/**
 * True if a description contains all numbers of some bounds, so the page states them in unparsed
 * prose. A minimum of 0 or 1 need not be stated.
 */
export function mentionsBounds(description: string, { min, max }: Bounds): boolean {
  const said = new Set(description.replaceAll(",", "").match(/\d+/g)?.map(Number) ?? []);
  const wanted = [min, max].filter((bound) => bound !== undefined && bound !== 0 && bound !== 1);
  return wanted.length > 0 && wanted.every((bound) => bound !== undefined && said.has(bound));
}

/** Terms that pages use for the characters of a text. */
const characters =
  /letters?\b|digits?\b|characters?\b|underscores?\b|hyphens?\b|alphanumeric|字母|数字|字符|下划线|短划线|连字符|英文|中文/i;

/** True if a description mentions the characters of a text, or contains the expression. */
export function mentionsPattern(description: string, pattern: string): boolean {
  return characters.test(description) || plain(description).includes(plain(pattern));
}

function plain(text: string): string {
  return text.replaceAll(/[\\\s`]/g, "");
}

/** True if a description names a value, so the page still documents it in unparsed prose. */
export function mentionsValue(description: string, value: string): boolean {
  if (/^\w+$/.test(value)) return wordsOf(description).has(value.toLowerCase());
  return new RegExp(`(?<![A-Za-z0-9_])${escaped(value)}(?![A-Za-z0-9_])`, "i").test(description);
}

let lastRead = { description: "", words: new Set<string>() };

/** Returns the lower-case words of a description, computed once for all values of a member. */
function wordsOf(description: string): ReadonlySet<string> {
  if (lastRead.description !== description) {
    const words = description.match(/\w+/g) ?? [];
    lastRead = { description, words: new Set(words.map((word) => word.toLowerCase())) };
  }
  return lastRead.words;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
