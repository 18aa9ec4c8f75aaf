import type { Bounds } from "../../spec/operation.ts";
import { generalSentences } from "./general-sentences.ts";
import type { Phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

/**
 * The bounds that general sentences state: the first that one of the phrases finds, and a bound that
 * it leaves out from a later one. The numbers of `exclusive` phrases are one below. Sentences that contradict each other state nothing.
 */
export function boundsOf(
  units: readonly ProseUnit[],
  phrases: readonly Phrase[],
  exclusive: readonly Phrase[] = [],
): Bounds | undefined {
  let min: number | undefined;
  let max: number | undefined;
  let first: number | undefined;
  if (!units.some(({ whole }) => /\d/.test(whole.text))) return undefined;
  for (const { text, line } of generalSentences(units)) {
    if (!/\d/.test(text)) continue;
    const plain = plainText(text);
    for (const candidate of [...phrases, ...exclusive]) {
      const slots = candidate.match(plain);
      if (slots === undefined) continue;
      const stated = numberIn(slots.min);
      const least = stated !== undefined && exclusive.includes(candidate) ? stated + 1 : stated;
      const most = numberIn(slots.max);
      if (least !== undefined && most !== undefined && least > most) continue;
      if (isOther(min, least) || isOther(max, most)) return undefined;
      first ??= line;
      min ??= least;
      max ??= most;
    }
  }
  if (first === undefined || (min !== undefined && max !== undefined && min > max))
    return undefined;
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    line: first,
  };
}

/** Without marks, and intervals as pages write them in words: "[1, 100]" is "1~100". */
function plainText(text: string): string {
  return text
    .replaceAll(/[⟦⟧]/g, "")
    .replaceAll(/[[【]\s*(-?[\d,.]+)\s*(?:[,，~～\-–—]|到|至)\s*(-?[\d,.]+)\s*[\]】]/g, " $1~$2 ");
}

function isOther(known: number | undefined, now: number | undefined): boolean {
  return known !== undefined && now !== undefined && known !== now;
}

function numberIn(slot: string | undefined): number | undefined {
  return slot === undefined ? undefined : Number(slot.replaceAll(",", ""));
}
