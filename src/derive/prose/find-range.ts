import type { Bounds } from "../../spec/operation.ts";
import { boundsOf } from "./bounds-of.ts";
import { phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

/** Another value behind a range: "1~12, 24, 36". */
const more = String.raw`⟧?\s*(?:[、，,]|或者?|和|及|or|and)+\s*⟦?-?\d`;

const phrases = [
  phrase(
    `{默认|不|[a-z]\\s*的?}取值 [范围] [为|是|在] [：|:] [⟦] <min> [⟧] (~|～|-|–|到|至) [⟦] <max>{${more}} [⟧]`,
  ),
  phrase(`(valid values|value range) [is] : [⟦] <min> [⟧] (~|-|–|to) [⟦] <max>{${more}} [⟧]`),
];

/** The size a number may have: "取值范围：1~65535", "Valid values: 1 to 100". */
export function findRange(units: readonly ProseUnit[]): Bounds | undefined {
  return boundsOf(units, phrases);
}
