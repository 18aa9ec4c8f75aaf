import { isDeepStrictEqual } from "node:util";
import type { ProseUnit, Sentence } from "../derive/prose/sentence.ts";

/** The sentences of a description that say something. */
export interface Saying {
  /** As they stand, without marks, one after the other. */
  readonly text: string;
  /** The line of the first of them, counted like those of the units. */
  readonly line: number;
}

/**
 * The fewest sentences that follow one another and from which the same is read as from the whole
 * description. `read` reads it from a part of the description.
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

/** More sentences than this are no answer to the question which one it was. */
const LONGEST = 40;

/** How many parts of a description are read at most, more or less. */
const MOST_READ = 20_000;

interface PlacedSentence {
  readonly sentence: Sentence;
  readonly unit: ProseUnit;
  readonly index: number;
}

/** The units that some sentences stand in, with no others in them. */
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
