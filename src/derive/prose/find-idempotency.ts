import type { Fact } from "../../spec/operation.ts";
import { firstMatch, phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

const phrases = [
  phrase("{不|无法|不能}(保证|确保|用于|实现) [请求] [的] 幂等[性]"),
  phrase("{not }idempoten(t|ce|cy)"),
];

/** Whether a parameter makes repeating a request harmless: "保证请求幂等性". */
export function findIdempotency(units: readonly ProseUnit[]): Fact<true> | undefined {
  for (const { text, line } of units.flatMap(({ sentences }) => sentences)) {
    if (firstMatch(phrases, text) !== undefined) return { value: true, line };
  }
  return undefined;
}
