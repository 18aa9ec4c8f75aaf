import type { Fact } from "../../spec/operation.ts";
import type { ProseUnit } from "./sentence.ts";

const says = [
  /^(?:该|此|本)(?:参数|字段|返回值|返回参数|接口|API)?(?:现在|目前)?(?:即将|将)?(?:已经?|被|会被)*(?:弃用|废弃|停止使用|下线|不推荐|不再推荐|不建议使用|不再支持|不再使用)/,
  /^(?:已经?)?(?:弃用|废弃)[。；;.]?$/,
  /^不推荐(?:查看|使用)该/,
  /\b(?:this|the) (?:parameter|field|operation|API|member|property) (?:is|has been|will(?: soon)? be) (?:deprecated|discontinued|phased out|removed|no longer (?:used|supported|recommended|maintained|available))/i,
  /^deprecated[.!]?$/i,
];

/**
 * Whether a description says that what it describes is not to be used any more, in a sentence of its own:
 * values that are deprecated, and things that have gone, are described, too.
 */
export function findDeprecation(units: readonly ProseUnit[]): Fact<true> | undefined {
  for (const { text, line } of units.flatMap(({ sentences }) => sentences)) {
    const plain = text.replaceAll(/[⟦⟧]/g, "").trim();
    if (says.some((pattern) => pattern.test(plain))) return { value: true, line };
  }
  return undefined;
}
