import type { Fact } from "../../spec/operation.ts";
import { generalSentences } from "./general-sentences.ts";
import { firstMatch, phrase } from "./phrase.ts";
import { readClasses } from "./read-classes.ts";
import type { ProseUnit, Sentence } from "./sentence.ts";

const ascii = [
  phrase("(只|仅) (支持|能包含|可包含|允许) ASCII 字符"),
  phrase("(不能|不得|最多|不) [超过|大于] <max> 个 ASCII 字符"),
  phrase("不能 (包含|含有) 非 ASCII 字符"),
  phrase("(exceed|up to|at most|more than) <max> ASCII characters"),
  phrase("only [contain] ASCII characters"),
  phrase("(can|must) (contain|consist of) only ASCII characters"),
];

const literal = [phrase("(pattern|format|正则表达式|正则|格式) [为|是|is] [：|:] <value>")];

/** A sequence of classes with counts, as pages write one out: simple enough to be run on any text. */
const plainExpression = /^\^(?:\[(?:[^\]\\]|\\.)+\](?:[+*]|\{\d+(?:,\d*)?\})?)+\$$/;

const starts = [
  phrase("{不能|不可|不得|不要|不允许|禁止|不可以|不|无法|不支持}以 <start> (开头|开始|作为开头)"),
  phrase("(must|should) (start|begin) with <rest>$"),
  phrase("^(start|begin)s with <rest>$"),
];

const contents = [
  phrase(
    "{不|不能|不可|必须同时|同时|至少}(可以|可|只能|能|只允许|允许|仅允许|只可|仅可|支持) (包含|含有|包括|使用|输入|由|出现) <rest>$",
  ),
  phrase("{不}(只允许|仅允许|仅支持|只支持|支持) <rest>$"),
  phrase("{不|多个.*}(由|用) <rest> (组成|构成)"),
  phrase("(can|may) [only] (contain|consist of|be composed of|include) [only] <rest>$"),
  phrase("(must|should) [only] (consist of|be composed of|contain only) <rest>$"),
  phrase("^(contain|contains) [only] <rest>$"),
];

const forbiddenStarts = [
  phrase("(不能|不可|不得|不允许|不可以|禁止)以 <start> (开头|开始)"),
  phrase("(cannot|must not|can not) (start|begin) with <rest>$"),
];

const forbiddenEnds = [
  phrase(
    "(不能|不可|不得|不允许|不可以|禁止)以 <start> (开头或结尾|开头和结尾|开头或者结尾|结尾|作为首尾|开头、结尾)",
  ),
  phrase("(cannot|must not|can not) (start or end|begin or end|start and end|end) with <rest>$"),
];

const forbiddenRuns = [
  phrase("(不能|不可|不得|不允许) [有|包含|出现] (两个连续的|连续的|连续) <rest>$"),
  phrase("(cannot|must not|and cannot) (have|contain|include) [two|multiple] consecutive <rest>$"),
];

const wildcards = [phrase("支持使用 <start> 作为通配符")];

/** More is allowed, or demanded, than the list of characters says. */
const open = [
  phrase("(还|也) (支持|可)"),
  phrase("支持 (中文|特殊|表情)"),
  phrase("(至少|同时) (包含|含有)"),
  phrase("any (characters|character)"),
  phrase("must contain (at least|both|all|three)"),
];

/**
 * What a text is made of, as a regular expression: "只支持ASCII字符", "以字母开头，可包含数字和下划线（_）".
 * A character that the page calls by a name not known here makes the whole statement unknown, for a
 * pattern that is too narrow would refuse good input. So does an example that it does not fit.
 */
export function findPattern(units: readonly ProseUnit[], example = ""): Fact<string> | undefined {
  const sentences = generalSentences(units);
  for (const { text, line } of sentences) {
    const expression = firstMatch(literal, text)?.value?.replaceAll(/[⟦⟧]/g, "").trim() ?? "";
    if (plainExpression.test(expression) && isExpression(expression)) {
      return { value: expression, line };
    }
    if (firstMatch(ascii, text) !== undefined) return { value: String.raw`^[\x00-\x7F]*$`, line };
  }
  const found = composed(sentences);
  // What the page's own example breaks is misunderstood, or not the whole truth.
  const fits = example === "" || found === undefined || new RegExp(found.value, "u").test(example);
  return fits ? found : undefined;
}

/** What the sentences say of the first character and of all. */
function composed(sentences: readonly Sentence[]): Fact<string> | undefined {
  let start: string[] = [];
  let content: string[] | undefined;
  let first: number | undefined;
  const forbidden: string[] = [];
  let ahead = "";
  let behind = "";
  for (const { text, line } of sentences) {
    const plain = text.replaceAll(/[⟦⟧]/g, "");
    const startSlots = firstMatch(starts, plain);
    const contentSlots = firstMatch(contents, plain);
    if (startSlots !== undefined) {
      const found = readClasses(startSlots.start ?? startSlots.rest ?? "");
      if (found === undefined) return undefined;
      start = found;
    }
    if (contentSlots !== undefined) {
      const found = readClasses(contentSlots.rest ?? "");
      if (found === undefined) {
        if (
          startSlots === undefined &&
          content === undefined &&
          !/字母|数字|字符|letter|digit|character/i.test(plain)
        )
          continue;
        return undefined;
      }
      content = [...(content ?? []), ...found];
      first ??= line;
    }
    const not = firstMatch(forbiddenStarts, plain);
    forbidden.push(...readStarts(not?.start ?? not?.rest ?? ""));
    const ends = firstMatch(forbiddenEnds, plain);
    const runs = firstMatch(forbiddenRuns, plain);
    if (ends !== undefined) {
      const found = readClasses(ends.start ?? ends.rest ?? "");
      if (found === undefined) return undefined;
      const both = /开头|首尾|start|begin/.test(plain);
      behind += `(?<!${oneOf(found)})`;
      if (both) ahead += `(?!${oneOf(found)})`;
    }
    if (runs !== undefined) {
      const found = readClasses(runs.rest ?? "");
      if (found === undefined) return undefined;
      ahead += `(?!.*${found.map((one) => `${oneOf([one])}{2}`).join("|.*")})`;
    }
    const wild = readClasses(firstMatch(wildcards, plain)?.start ?? "");
    if (wild !== undefined && content !== undefined) content = [...content, ...wild];
    if (firstMatch(open, plain) !== undefined) return undefined;
  }
  if (content === undefined || first === undefined) return undefined;
  if (start.length === 0 && content.length < 2) return undefined;
  const all = oneOf([...start, ...content]);
  const not = forbidden.length === 0 ? "" : `(?!${[...new Set(forbidden)].join("|")})`;
  const head = start.length === 0 ? "" : oneOf(start);
  return { value: `^${not}${ahead}${head}${all}*${behind}$`, line: first };
}

/** Beginnings that a text must not have: "http://、acs:和aliyun". */
function readStarts(text: string): string[] {
  const found: string[] = [];
  for (const part of text.split(/、|，|,|或者?|和|及|\band\b|\bor\b/)) {
    const [first = "", ...more] = part
      .trim()
      .replace(/[.。]$/, "")
      .split(/\s+/);
    if (first === "" && found.length > 0) continue;
    if (!/^[A-Za-z][A-Za-z\d.]+(?::(?:\/\/)?)?$/.test(first)) break;
    found.push(first.replaceAll(".", String.raw`\.`));
    if (more.length > 0) break;
  }
  return found;
}

function isExpression(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}

function oneOf(found: readonly string[]): string {
  // A hyphen stands last, where it means itself.
  const ordered = [...new Set(found)].sort((a, b) => Number(a === "-") - Number(b === "-"));
  return `[${ordered.join("")}]`;
}
