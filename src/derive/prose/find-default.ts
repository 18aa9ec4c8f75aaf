import { generalSentences } from "./general-sentences.ts";
import { firstMatch, phrase } from "./phrase.ts";
import { readValue } from "./read-value.ts";
import type { ProseUnit } from "./sentence.ts";

const phrases = [
  phrase("(默认|缺省|默认的) (取值|参数值|值|设置|状态) [为|是|设置为] [：|:] [为] <rest>$"),
  phrase("(默认|缺省) (为|是|：|:) [：|:] <rest>$"),
  phrase("{有|无}(默认|缺省) <rest>$"),
  phrase("default value [of this parameter|of the parameter] [is|is set to] [:] <rest>$"),
  phrase("defaults to <rest>$"),
  phrase("(^|,|:) [the] default (is|:) [:] <rest>$"),
  phrase("by default, [the|this] (value|parameter) [of this parameter] is [set to] <rest>$"),
];

const byDefault = [phrase("(value|parameter) is [set to] <value> by default")];

/** No value by its name. */
const nothing = /^(?:none|null|n\/a|empty|no|current|used|set|applied|specified|returned|-)$/i;

/** What may stand behind a value in running text: the end, punctuation, a remark, a unit. */
const behindAny =
  /^\s*(?:$|[。.，,；;、！!）)（(\n⟦]|时生效|is used|will be used|indicates|which|when you|if you)/;
const behindNumber =
  /^\s*(?:秒|毫秒|分钟|小时|天|个|周|年|条|次|%|行|月|页|台|GB|GiB|MB|MiB|KB|Mbps|Mbit\/s|Kbps|seconds?|minutes?|hours?|days?|ms|s\b|表示|即|entries|px|per)/;

/** The default that a sentence states, as text. A value that a list marks is found with its list. */
export function findDefault(
  units: readonly ProseUnit[],
): { readonly text: string; readonly line: number } | undefined {
  for (const { text, line } of generalSentences(units)) {
    const value = candidatesIn(text)
      .map(valueAt)
      .find((found) => found !== undefined);
    if (value !== undefined) return { text: value, line };
  }
  return undefined;
}

function candidatesIn(text: string): string[] {
  const found = phrases.flatMap((candidate) => candidate.match(text)?.rest ?? []);
  const before = firstMatch(byDefault, text)?.value;
  return before === undefined ? found : [...found, before];
}

function valueAt(text: string): string | undefined {
  const read = readValue(text.trimStart());
  if (read === undefined) return undefined;
  const { value, apart, rest } = read;
  if (nothing.test(value) && !apart) return undefined;
  // "默认为当前值" and "default: all regions" describe a value.
  if (behindAny.test(rest)) return value;
  if (/^-?[\d,.]+$/.test(value)) return behindNumber.test(rest) ? value : undefined;
  const short = /^(?<number>\d+)(?:GB|GiB|MB|KB|s|ms|px|Mbps|%)$/.exec(value)?.groups?.number;
  if (short !== undefined) return short;
  return apart ? value : undefined;
}
