import type { Fact } from "../../spec/operation.ts";
import { generalSentences } from "./general-sentences.ts";
import { firstMatch, phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

const ascii = [
  phrase("(只|仅) (支持|能包含|可包含|允许) ASCII 字符"),
  phrase("only [contain] ASCII characters"),
  phrase("(can|must) (contain|consist of) only ASCII characters"),
];

const composed = [
  phrase(
    "{不能|不可|不得|不要|不允许|禁止}以 <start> (开头|开始) ， (可以|可|只能|能) (包含|含有|包括) <rest>",
  ),
  phrase("must start with <start> [,] and can contain <rest>"),
];

/** Classes of characters by what pages call them, as the inside of `[…]` in a regular expression. */
const classes: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:大小写(?:英文)?字母|(?:英文|半角)?字母|an? (?:English )?letters?|(?:English )?letters|大小写英文)$/i,
    "A-Za-z",
  ],
  [/^(?:大写(?:英文)?字母|upper ?case letters)$/i, "A-Z"],
  [/^(?:小写(?:英文)?字母|lower ?case letters)$/i, "a-z"],
  [/^(?:中文|汉字|中文字符|a? ?Chinese characters?)$/i, String.raw`\p{Script=Han}`],
  [/^(?:阿拉伯)?数字$|^(?:a )?digits?$|^numbers$/i, "0-9"],
  [/^(?:半角)?下划线$|^underscores?$/i, "_"],
  [/^(?:半角)?(?:短划线|短横线|中划线|连字符)$|^(?:dash(?:es)?|hyphens?)$/i, "-"],
  [/^(?:半角|英文)?(?:句号|点号?)$|^periods?$/i, "."],
];

/**
 * What a text is made of, as a regular expression: "只支持ASCII字符", "以字母开头，可包含数字和下划线（_）".
 * A character that the page calls by a name not known here makes the whole statement unknown, for a
 * pattern that is too narrow would refuse good input.
 */
export function findPattern(units: readonly ProseUnit[]): Fact<string> | undefined {
  for (const { text, line } of generalSentences(units)) {
    if (firstMatch(ascii, text) !== undefined) return { value: String.raw`^[\x00-\x7F]*$`, line };
    const slots = firstMatch(composed, text);
    const start = readClasses(slots?.start ?? "");
    const others = readClasses((slots?.rest ?? "").replace(/[。.]$/, ""));
    if (start === undefined || others === undefined) continue;
    return { value: `^${oneOf(start)}${oneOf([...start, ...others])}*$`, line };
  }
  return undefined;
}

function readClasses(text: string): string[] | undefined {
  const names = text
    .split(/、|，|,|或者?|和|及|以及|\band\b|\bor\b/)
    .map((name) => name.replace(/[（(][^（）()]*[)）]/, "").trim())
    .filter((name) => name !== "");
  const found = names.map((name) => classes.find(([spelling]) => spelling.test(name))?.[1]);
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return found.filter((name) => name !== undefined);
}

function oneOf(found: readonly string[]): string {
  // A hyphen stands last, where it means itself.
  const ordered = [...new Set(found)].sort((a, b) => Number(a === "-") - Number(b === "-"));
  return `[${ordered.join("")}]`;
}
