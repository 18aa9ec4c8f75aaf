import type { Bounds, ScalarType } from "../../spec/operation.ts";
import { boundsOf } from "./bounds-of.ts";
import { phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

/** Behind a range: another value ("1~12, 24, 36"), more of a date or version, or what is no number. */
const more = String.raw`\s*(?:[、，,]|或者?|和|及|or|and)+\s*-?\d|[-~～:.]\d|个?(?:英文|中文|半角)?字符|位|个|characters|bytes|字节`;

/** Behind a bound: it is about a length or a count, or it is one factor of several. */
const counted = String.raw`[\d.,]*\d|个|位|字|条|台|项|张|款|种|次|对|组|倍|行|份|人|%|％|[-~～:*×/]\s*\d|\s*(?:characters|bytes|items|entries|times|digits|letters|IDs)|\s*(?:KB|MB|GB|TB|KiB|MiB|GiB|TiB|B)(?![a-z])|天|年|月|小时|分钟|字节|字符`;

const unit =
  "[个|秒|毫秒|分钟|小时|天|周|月|年|%|GB|GiB|MB|MiB|KB|TB|Mbps|Mbit/s|Kbps|bps|s|ms|px|seconds|minutes|hours|days|帧|像素|次]";

const phrases = [
  phrase(
    `{默认|不|[a-z]\\s*的?}取值 [的] [范围|区间] [为|是|在|支持|必须为|介于|只能是] [：|:] [从] <min> ${unit} (~|～|-|–|—|--|到|至) <max>{${more}}`,
  ),
  phrase(
    `{默认|不}取值 [的] [范围|区间] [为|是|在|必须为] [介于] <min> ${unit} (与|和) <max> ${unit} 之间`,
  ),
  phrase(
    `(^|，|,|；|可选|合法|有效|数值|时间|值的) 范围 (为|是|在|：|:) [：|:] <min> ${unit} (~|～|-|–|—|到|至) <max>{${more}}`,
  ),
  phrase(
    `(整数|数字|数值|自然数)，? [范围] [为|：|在|是] <min> ${unit} (~|～|-|–|到|至) <max>{${more}}`,
  ),
  phrase(
    `(valid values|value range|valid range|values|range of values|value|values range) [is|are|range|ranges|must be] [an integer|a number|integers] [:] [a|an|any] [random] [integer] [from|between|in the range of|within the range of|within] <min> ${unit} (~|～|-|–|—|to) <max>{${more}}`,
  ),
  phrase(
    `(values|value|range|ranges|must be|is|are) [:] [a|an|any] [random] [integer|number] between <min> ${unit} and <max>{${more}}`,
  ),
  phrase(`最小[值|取值] [为|是|：|:] [：] <min>{${counted}}`),
  phrase(`最大[值|取值] [为|是|：|:] [：] <max>{${counted}}`),
  phrase(`(minimum value [is|:|of]|minimum :) <min>{${counted}}`),
  phrase(`(maximum value [is|:|of]|maximum :) <max>{${counted}}`),
];

/** Phrases that in a text would mostly be about something else. */
const comparisons = [
  phrase("(起始值|起始页|起始页码) [为|是] [：|:] <min>"),
  phrase("(pages start|starts|start) from [page] <min>"),
  phrase(
    `(it|value|parameter) (must be|can be|is) [an|a] [integer|number|positive integer] (from|between|in the range of|that ranges from|within the range of|ranging from) <min> ${unit} (~|-|–|to|and) <max>{${more}}`,
  ),
  phrase(`(大于等于|大于或等于|大于或者等于|不小于|不能小于|不低于|≥|>=) <min>{${counted}}`),
  phrase(`(小于等于|小于或等于|小于或者等于|不大于|不能大于|不高于|≤|<=) <max>{${counted}}`),
  phrase(`(greater than or equal to|no less than|not less than) <min>{${counted}}`),
  phrase(`(less than or equal to) <max>{${counted}}`),
];

/** Bounds that are not within the range themselves. */
const exclusive = [
  phrase(`(大于|大于整数) <min>{${counted}}`),
  phrase(`(greater than|larger than) <min>{${counted}}`),
];

/**
 * The size a number may have: "取值范围：1~65535", "Valid values: 1 to 100", "最大值：100". A text has one
 * only if it is a number, which its example shows.
 */
export function findRange(
  units: readonly ProseUnit[],
  type: ScalarType,
  example = "",
): Bounds | undefined {
  const isWhole = type === "integer" || type === "long";
  const isText = type === "string" || type === "any";
  if (isText) return /^(?:-?[\d.,]+)?$/.test(example.trim()) ? boundsOf(units, phrases) : undefined;
  return boundsOf(units, [...phrases, ...comparisons], isWhole ? exclusive : []);
}
