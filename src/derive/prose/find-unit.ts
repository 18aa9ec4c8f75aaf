import type { Fact } from "../../spec/operation.ts";
import { generalSentences } from "./general-sentences.ts";
import { firstMatch, phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

const phrases = [
  phrase("{货币|时长|付费|计费|金额|带宽的?}单位{时间|成本} [为|是] [：|:] <rest>$"),
  phrase("(unit|units) [is|are] : <rest>$"),
  phrase("the unit [of this parameter|of the value] is <rest>$"),
  phrase("[measured|expressed] in units of <rest>$"),
];

/** Words behind which a unit may follow, or anything else. */
const loose = [phrase(", in <rest>$"), phrase("(measured|expressed) in <rest>$")];

/** Units that are known without being called so. */
const measures =
  /^(?:[KMGT]i?(?:bit|byte|b|B)s?(?:\/s|ps)?|bit\/s|bps|bytes|milliseconds|seconds|minutes|hours|days|months|years|ms|percent|%)$/;

/** A unit: Latin letters with signs, or a word of Chinese. */
const chinese =
  /^(?<unit>(?:[A-Za-z%‰μ][\w%·*^-]*|\p{Script=Han}{1,4})(?:\s*[/／每]\s*(?:[A-Za-z]\w*|\p{Script=Han}{1,3}))*)(?<rest>.*)$/su;
const english =
  /^(?<unit>[A-Za-z%μ][\w%/·*^-]*(?:\s(?:per|of)\s[a-z]+|\s(?!and\b|or\b|is\b|which\b|the\b)[a-z]+){0,3})(?<rest>.*)$/s;

/** The unit of a number: "单位：秒", "Unit: GiB". */
export function findUnit(units: readonly ProseUnit[]): Fact<string> | undefined {
  for (const { text, line } of generalSentences(units)) {
    const plain = text.replaceAll(/[⟦⟧]/g, "");
    const said = firstMatch(loose, plain)?.rest?.trim().replace(/\.$/, "") ?? "";
    const rest =
      firstMatch(phrases, plain)?.rest?.trimStart() ?? (measures.test(said) ? said : undefined);
    if (rest === undefined) continue;
    const found = (/\p{Script=Han}/u.test(plain) ? chinese : english).exec(rest)?.groups;
    const behind = found?.rest ?? "";
    if (found?.unit === undefined || !/^\s*(?:$|[。.，,；;、）)（(：:\n])/.test(behind)) continue;
    // "months（月），years（年）" are two.
    if (/^\s*[（(][^（）()]*[）)]\s*[，,、]\s*[\w\p{Script=Han}]+\s*[（(]/u.test(behind)) continue;
    const sign = /^\s*\((?<sign>%)\)/.exec(behind)?.[0] ?? "";
    return { value: `${found.unit}${sign}`.trim(), line };
  }
  return undefined;
}
