import { isDeepStrictEqual } from "node:util";
import type { ProseUnit, Sentence } from "../derive/prose/sentence.ts";

/** The sentences of a description that a fact comes from. */
export interface Saying {
  /** Their text without marks, joined by spaces. */
  readonly text: string;
  /** The line of the first sentence, in the units' numbering. */
  readonly line: number;
}

/**
 * Finds the fewest consecutive sentences that give the same result as the whole description.
 *
 * `read` computes the result from a part of the description. Returns `undefined` where no part up to the
 * limits gives it.
 */
export function findSentences(
  units: readonly ProseUnit[],
  read: (units: readonly ProseUnit[]) => unknown,
  wanted: unknown,
): Saying | undefined {
  const places = units.flatMap((unit, index) =>
    unit.sentences.map((sentence) => ({ sentence, unit, index })),
  );
  const most = Math.min(places.length, LONGEST, Math.ceil(MOST_READ / places.length));
  for (let length = 1; length <= most; length += 1) {
    for (let from = 0; from + length <= places.length; from += 1) {
      const window = places.slice(from, from + length);
      if (isDeepStrictEqual(read(partOf(units, window)), wanted)) return saying(window);
    }
  }
  return undefined;
}

/** Maximum number of sentences: a longer quotation would not help the reader. */
const LONGEST = 40;

/** Approximate maximum number of parts of a description that are read. */
const MOST_READ = 20_000;

interface PlacedSentence {
  readonly sentence: Sentence;
  readonly unit: ProseUnit;
  readonly index: number;
}

/** The units that contain some sentences, without their other sentences. */
function partOf(units: readonly ProseUnit[], window: readonly PlacedSentence[]): ProseUnit[] {
  const [start, end] = [window[0]?.index ?? 0, window.at(-1)?.index ?? 0];
  return units.slice(start, end + 1).flatMap((unit, offset) => {
    const sentences = window
      .filter(({ index }) => index === start + offset)
      .map(({ sentence }) => sentence);
    if (sentences.length === 0) return [];
    const [first] = sentences;
    const whole =
      sentences.length === unit.sentences.length || first === undefined
        ? unit.whole
        : { text: sentences.map(({ text }) => text).join(""), line: first.line };
    return [{ ...unit, whole, sentences }];
  });
}

function saying(window: readonly PlacedSentence[]): Saying {
  const text = window.map(({ sentence }) => sentence.text.replaceAll(/[⟦⟧]/g, "")).join(" ");
  return { text, line: window[0]?.sentence.line ?? 1 };
}
