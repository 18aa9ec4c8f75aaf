import { isConditional } from "./is-conditional.ts";
import { firstMatch, phrase } from "./phrase.ts";
import type { ProseUnit, Sentence } from "./sentence.ts";

const denials = [phrase("(不仅|不只|不限于)"), phrase("not only")];

const labels = [phrase("^ <start> (：|:)")];

/**
 * The sentences that hold in every case. "When Protocol is HTTP, …" states nothing of other cases, nor
 * does a list item that begins with the label of its case, or goes on after a first sentence.
 */
export function generalSentences(units: readonly ProseUnit[]): Sentence[] {
  return units
    .filter(({ kind, whole }) => kind !== "item" || firstMatch(labels, whole.text) === undefined)
    .flatMap(({ kind, sentences }) => (kind === "item" ? sentences.slice(0, 1) : sentences))
    .filter(({ text }) => !isConditional(text) && firstMatch(denials, text) === undefined);
}
