import type { Bounds } from "../../spec/operation.ts";
import { generalSentences } from "./general-sentences.ts";
import type { Phrase } from "./phrase.ts";
import type { ProseUnit, Sentence } from "./sentence.ts";

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
  let both = false;
  for (const { text: plain, line } of numberedSentences(units)) {
    for (const candidate of [...phrases, ...exclusive]) {
      const slots = candidate.match(plain);
      if (slots === undefined) continue;
      const stated = numberIn(slots.min);
      const least = stated !== undefined && exclusive.includes(candidate) ? stated + 1 : stated;
      const most = numberIn(slots.max);
      if (least !== undefined && most !== undefined && least > most) continue;
      if (isOther(min, least) || isOther(max, most)) return undefined;
      // Where one sentence states both, it is the one.
      if (first === undefined || (least !== undefined && most !== undefined && !both)) first = line;
      both ||= least !== undefined && most !== undefined;
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

const known = new WeakMap<readonly ProseUnit[], readonly Sentence[]>();

/** The general sentences that have a number, as `plainText` has them. */
function numberedSentences(units: readonly ProseUnit[]): readonly Sentence[] {
  let found = known.get(units);
  if (found === undefined) {
    found = generalSentences(units)
      .map(({ text, line }) => ({ text: plainText(text), line }))
      .filter(({ text }) => /\d/.test(text));
    known.set(units, found);
  }
  return found;
}

/** Numbers as words; "one" is mostly none. */
const words = "one two three four five six seven eight nine ten".split(" ");
const written =
  /(?<=\b(?:maximum of|up to|at most|more than) )(?:two|three|four|five|six|seven|eight|nine|ten)\b/gi;

/** Without marks, and intervals as pages write them in words: "[1, 100]" is "1~100". */
function plainText(text: string): string {
  return text
    .replaceAll(/[⟦⟧]/g, "")
    .replaceAll(written, (word: string) => String(words.indexOf(word.toLowerCase()) + 1))
    .replaceAll(/(?<![非或和及负])正整数(?![或和及])/g, "正整数（大于0）")
    .replaceAll(
      /(?<!non-|\bor |\band |\bor a |\band a )positive integers?(?! (?:or|and)\b)/gi,
      "positive integer (greater than 0)",
    )
    .replaceAll(
      /[[【]\s*(-?[\d,.]{1,25})\s*(?:[,，~～\-–—]|到|至)\s*(-?[\d,.]{1,25})\s*[\]】]/g,
      " $1~$2 ",
    );
}

function isOther(known: number | undefined, now: number | undefined): boolean {
  return known !== undefined && now !== undefined && known !== now;
}

function numberIn(slot: string | undefined): number | undefined {
  return slot === undefined ? undefined : Number(slot.replaceAll(",", ""));
}
