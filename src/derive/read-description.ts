import { readProse } from "../markdown/read-prose.ts";
import { createSource } from "../text/source.ts";
import { describe } from "./describe.ts";
import { splitSentences, type ProseUnit } from "./prose/sentence.ts";
import { remember } from "../text/remember.ts";
import { splitGluedLists } from "./split-glued-lists.ts";

/** What the description of a row says, wherever it stands. */
export interface Description {
  /** Clean Markdown. */
  readonly text: string;
  /** Its lines count from 1. */
  readonly units: readonly ProseUnit[];
}

/** Reads a description. More than half of all descriptions stand on more than one page, word by word. */
export const readDescription: (text: string) => Description = remember(
  (text) => {
    const prose = splitGluedLists(readProse({ text, span: { start: 0, end: text.length } }));
    return { text: describe(prose), units: splitSentences(createSource("", text), prose) };
  },
  (text) => text,
  4_000_000,
);
