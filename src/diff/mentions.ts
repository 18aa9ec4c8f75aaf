import type { Bounds } from "../spec/operation.ts";

/**
 * Whether a description has all numbers of some bounds: then the page has stated them, in words that are
 * not read. That something is at least 0 or 1 needs no saying.
 */
export function mentionsBounds(description: string, { min, max }: Bounds): boolean {
  const said = new Set(description.replaceAll(",", "").match(/\d+/g)?.map(Number) ?? []);
  const wanted = [min, max].filter((bound) => bound !== undefined && bound !== 0 && bound !== 1);
  return wanted.length > 0 && wanted.every((bound) => bound !== undefined && said.has(bound));
}

/** What pages write of the characters of a text. */
const characters =
  /letters?\b|digits?\b|characters?\b|underscores?\b|hyphens?\b|alphanumeric|字母|数字|字符|下划线|短划线|连字符|英文|中文/i;

/** Whether a description speaks of the characters of a text, or has a regular expression itself. */
export function mentionsPattern(description: string, pattern: string): boolean {
  return characters.test(description) || plain(description).includes(plain(pattern));
}

function plain(text: string): string {
  return text.replaceAll(/[\\\s`]/g, "");
}

/** Whether a description names a value: then the page documents it still, in words that are not read. */
export function mentionsValue(description: string, value: string): boolean {
  if (/^\w+$/.test(value)) return wordsOf(description).has(value.toLowerCase());
  return new RegExp(`(?<![A-Za-z0-9_])${escaped(value)}(?![A-Za-z0-9_])`, "i").test(description);
}

let lastRead = { description: "", words: new Set<string>() };

/** The words of a description in lower case, read once for all values of a member. */
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
