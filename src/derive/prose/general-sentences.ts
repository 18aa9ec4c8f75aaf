import { isConditional } from "./is-conditional.ts";
import { firstMatch, phrase } from "./phrase.ts";
import type { ProseUnit, Sentence } from "./sentence.ts";

const denials = [phrase("(不仅|不只|不限于)"), phrase("not only")];

const labels = [phrase("^ <start> (：|:)")];

/** What is known of each unit already, for every finder asks. */
const known = new WeakMap<ProseUnit, readonly Sentence[]>();

/**
 * The sentences that hold in every case. "When Protocol is HTTP, …" states nothing of other cases, nor
 * does a list item that begins with the label of its case, or goes on after a first sentence.
 */
export function generalSentences(units: readonly ProseUnit[]): Sentence[] {
  return units.flatMap((unit) => {
    const general = known.get(unit) ?? generalIn(unit);
    known.set(unit, general);
    return general;
  });
}

function generalIn({ kind, whole, sentences }: ProseUnit): Sentence[] {
  const isItem = kind === "item";
  if (isItem && firstMatch(labels, whole.text) !== undefined) return [];
  return (isItem ? sentences.slice(0, 1) : sentences).filter(
    ({ text }) => !isConditional(text) && firstMatch(denials, text) === undefined,
  );
}
