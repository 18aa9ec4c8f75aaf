import { requiredWords } from "./required-words.ts";

/**
 * The longest text that phrases are looked for in, in characters. The longest sentence on 2,949 pages has
 * 668; what is longer states nothing, so that the time a page takes stays in proportion to its length.
 */
const LONGEST_TEXT = 2000;

/** The longest part of a sentence that a slot takes, in characters. */
const LONGEST_SLOT = 100;

/** A pattern of words with slots. */
export interface Phrase {
  /** The texts in the slots, where the phrase occurs. */
  match(text: string): Slots | undefined;
}

/** A whole number or a decimal, perhaps with commas between thousands; never a part of a longer one. */
const number = String.raw`(?<![\d.,])-?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,20})(?:\.\d{1,20})?(?![.,]*\d)`;

const between = String.raw`(?:\s*(?:、|，|,|;|；|/|或者?|和|及|or|and))+\s*`;

/**
 * What a slot takes, by its name. Values are what the page sets in bold or code, which `Sentence`
 * puts between ⟦ and ⟧.
 */
const slots = {
  min: number,
  max: number,
  value: "⟦[^⟦⟧]*⟧",
  values: `⟦[^⟦⟧]*⟧(?:${between}⟦[^⟦⟧]*⟧)*(?!${between}⟦)`,
  default: String.raw`[（(]\s*(?:默认值?|default(?:\s+value)?)\s*[)）]`,
  start: `[^，。；,;]{1,${LONGEST_SLOT}}?`,
  subject: `[^，。；,;]{1,${LONGEST_SLOT}}?`,
  other: `[^，。；,;]{1,${LONGEST_SLOT}}?`,
  rest: ".*",
} as const;

/** The texts in a phrase's slots; nothing in those that it does not have, or that are empty. */
export type Slots = { readonly [Slot in keyof typeof slots]: string | undefined };

/**
 * Compiles a phrase. `<slot>` takes what the slot's name stands for, `[x]` may be missing, `(a|b)` is
 * one of them. `{a|b}` must not stand there: before the phrase when it begins with it, else behind
 * what it has so far. A space is any white space or none, `^` and `$` are the ends of the sentence. A
 * Latin word at either end of a phrase is a whole word.
 *
 *     phrase("长度为 <min> (~|到) <max> 个[英文]字符")
 */
export function phrase(pattern: string): Phrase {
  const source = pattern.replaceAll(
    /<(\w+)>|\{([^{}]*)\}| |\[|\]|[.*+?\\]/g,
    (token: string, slot: string | undefined, other: string | undefined, at: number) => {
      if (slot !== undefined) return `(?<${slot}>${slots[slot as keyof Slots]})`;
      if (other !== undefined) return at === 0 ? `(?<!${other})` : String.raw`(?!\s*(?:${other}))`;
      // All there is and never a part: blanks around what may be missing would share them in every way.
      if (token === " ") return String.raw`\s*(?!\s)`;
      if (token === "[") return "(?:";
      if (token === "]") return ")?";
      return `\\${token}`;
    },
  );
  const before = /^[([]*[A-Za-z]/.test(pattern) ? "(?<![A-Za-z])" : "";
  const behind = /[A-Za-z][\])]*$/.test(pattern) ? "(?![A-Za-z])" : "";
  const words = requiredWords(pattern).map((word) => ({ word, letters: lettersOf(word) }));
  const expression = new RegExp(`${before}(?:${source})${behind}`, "iu");
  return {
    match(text) {
      if (text.length > LONGEST_TEXT || !holdsAny(text, words)) return undefined;
      const found = expression.exec(text);
      if (found === null) return undefined;
      const groups: Partial<Slots> = found.groups ?? {};
      // Always the same names: engines are slow with objects that look now like this, now like that.
      return {
        min: groups.min,
        max: groups.max,
        value: groups.value,
        values: groups.values,
        default: groups.default,
        start: groups.start,
        subject: groups.subject,
        other: groups.other,
        rest: groups.rest,
      };
    },
  };
}

/** Which of 62 sorts of characters a text has; a text can hold another only if it has all of its sorts. */
interface Letters {
  readonly first: number;
  readonly second: number;
}

function lettersOf(text: string): Letters {
  let first = 0;
  let second = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sort = text.charCodeAt(at) % 62;
    if (sort < 31) first |= 1 << sort;
    else second |= 1 << (sort - 31);
  }
  return { first, second };
}

interface RequiredWord {
  readonly word: string;
  readonly letters: Letters;
}

/** The text that was looked at last, for it is looked at for one phrase after the other. */
let last = { text: "", lower: "", letters: lettersOf("") };

/** Whether a text has one of some words; most have not even the letters of one. */
function holdsAny(text: string, words: readonly RequiredWord[]): boolean {
  if (words.length === 0) return true;
  if (text !== last.text) {
    const lower = text.toLowerCase();
    last = { text, lower, letters: lettersOf(lower) };
  }
  const { lower, letters: held } = last;
  for (const { word, letters } of words) {
    const hasLetters =
      (held.first & letters.first) === letters.first &&
      (held.second & letters.second) === letters.second;
    if (hasLetters && lower.includes(word)) return true;
  }
  return false;
}

/** What the first phrase that occurs in a text finds there. */
export function firstMatch(phrases: readonly Phrase[], text: string): Slots | undefined {
  for (const candidate of phrases) {
    const found = candidate.match(text);
    if (found !== undefined) return found;
  }
  return undefined;
}
