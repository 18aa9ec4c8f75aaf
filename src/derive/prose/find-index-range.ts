import type { Bounds } from "../../spec/operation.ts";
import { boundsOf } from "./bounds-of.ts";
import { phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

const phrases = [
  phrase("N [的] [取值] [的] [范围] [可以] [为|是|：|:] [：|:] <min> (~|～|-|–|—|到|至) <max>"),
  phrase("N [的] [取值] [的] (最大|最多) [值|取值] [为|是|：|:] <max>"),
  phrase(
    "(values|value|value range|range) of N [is|are|:] [an integer] [from] <min> (~|～|-|–|to) <max>",
  ),
  phrase("(maximum value of N|N is up to|N cannot exceed) [is|:] <max>"),
  phrase("N (must be|can be|is|ranges) [an integer] [from] <min> (~|～|-|–|to) <max>"),
];

/** The bounds of "N": of a list's index, or of a number that the prose calls so. */
export function findIndexRange(units: readonly ProseUnit[]): Bounds | undefined {
  return boundsOf(units, phrases);
}
