import type { Bounds } from "../../spec/operation.ts";
import { generalSentences } from "./general-sentences.ts";
import { firstMatch, type Phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

/** The bounds in the first general sentence that one of the phrases occurs in. */
export function boundsOf(
  units: readonly ProseUnit[],
  phrases: readonly Phrase[],
): Bounds | undefined {
  for (const { text, line } of generalSentences(units)) {
    const slots = firstMatch(phrases, text);
    if (slots === undefined) continue;
    const min = numberIn(slots.min);
    const max = numberIn(slots.max);
    if (min !== undefined && max !== undefined && min > max) continue;
    return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), line };
  }
  return undefined;
}

function numberIn(slot: string | undefined): number | undefined {
  return slot === undefined ? undefined : Number(slot.replaceAll(",", ""));
}
