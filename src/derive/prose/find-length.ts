import type { Bounds } from "../../spec/operation.ts";
import { boundsOf } from "./bounds-of.ts";
import { phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

const phrases = [
  phrase(
    "长度 [限制|范围] [为|是|在] [：|:] <min> [个][英文][字符] (~|～|-|–|到|至) <max> [个] [英文] 字符",
  ),
  phrase("长度 [不能|不可|不得|最大] [超过|为] <max> [个] [英文] 字符"),
  phrase("(不能|不可|不得) (超过|大于) <max> [个] [英文] 字符"),
  phrase("(最多|最长) [支持|为] <max> [个] [英文] 字符"),
  phrase("<min> (~|-|–|to) <max> characters in length"),
  phrase("<min> (~|-|–|to) <max> characters long"),
  phrase("(cannot|must not|not) exceed <max> [ASCII] characters"),
  phrase("(up to|at most|a maximum of|no more than) <max> [ASCII] characters"),
];

/** How many characters a text may have: "长度为2~128个字符", "at most 64 characters". */
export function findLength(units: readonly ProseUnit[]): Bounds | undefined {
  return boundsOf(units, phrases);
}
