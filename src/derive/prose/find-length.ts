import type { Bounds } from "../../spec/operation.ts";
import { boundsOf } from "./bounds-of.ts";
import { phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

const kind =
  "[个] [英文或中文|中文或英文|中英文|英文|中文|半角|Unicode|UTF-8|UTF8|ASCII|英文、中文|英文/中文|中文/英文] [的]";

const phrases = [
  phrase(
    `(长度|字符数|字数) [必须] [限制|范围|要求|的取值范围|取值范围] [为|是|在|限制为|限制在|介于|必须为|应为|支持] [：|:] <min> [个][位][英文][字符] (~|～|-|–|—|到|至|与) <max> [${kind} (字符|位|字){节}]{字节|汉|个|bytes|kb|mb}`,
  ),
  phrase(
    `(^|，|,|：|支持|输入|为|包含|由) <min> [个] [字符] (~|～|-|–|—|到|至) <max> ${kind} (字符|个字|位字符)`,
  ),
  phrase(
    `长度 [不能|不可|不得|不可以|最大|最长|最多|限制|应] [超过|为|不超过|大于|是|：] <max> ${kind} (字符|字|位|$){符|节|~|-|～|到|至}`,
  ),
  phrase(`(不能|不可|不得|不可以|不允许|不) (超过|大于|超出) <max> ${kind} (字符|个字){节}`),
  phrase(
    `(最多|最长|最大) [支持|为|可|允许|可以|不超过|可包含|包含|输入|可输入|长度|长度为|可设置] <max> ${kind} (字符|个字){节}`,
  ),
  phrase(`<max> ${kind} 字符 (以内|之内)`),
  phrase(`长度 (至少|不少于|不小于|不能少于) <min> [个|位] 字符`),
  phrase(
    "<min> (~|～|-|–|to|and) <max> [ASCII|Unicode|UTF-8|UTF8|Chinese or English|English or Chinese|English|letters or] characters",
  ),
  phrase(
    "length [of] [the] [name|value|string|description] (is|must be|ranges|:) [from|between] <min> (~|-|–|to|and) <max> {bytes}",
  ),
  phrase(
    "(cannot|must not|not|can't|can not|cannot be) (exceed|exceeding|longer than|more than|be more than|be longer than|greater than) <max> [ASCII|Unicode|English|UTF-8|UTF8] characters",
  ),
  phrase(
    "(up to|at most|a maximum of|no more than|maximum of|maximum|not more than|no longer than|limited to|within|fewer than or equal to) <max> [ASCII|Unicode|English|UTF-8|UTF8] characters",
  ),
  phrase("maximum length [is|of|:] <max> [ASCII|Unicode|English|UTF-8] characters"),
  phrase("(at least|a minimum of|no less than|no fewer than) <min> characters"),
];

/** How many characters a text may have: "长度为2~128个字符", "at most 64 characters". */
export function findLength(units: readonly ProseUnit[]): Bounds | undefined {
  return boundsOf(units, phrases);
}
