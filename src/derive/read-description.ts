import { readProse } from "../markdown/read-prose.ts";
import { createSource } from "../text/source.ts";
import { describe } from "./describe.ts";
import { splitSentences, type ProseUnit } from "./prose/sentence.ts";
import { splitGluedLists } from "./split-glued-lists.ts";

/** What the description of a row says, wherever it stands. */
export interface Description {
  /** Clean Markdown. */
  readonly text: string;
  /** Its lines count from 1. */
  readonly units: readonly ProseUnit[];
}

/** How many characters of descriptions are remembered. */
const capacity = 4_000_000;

const known = new Map<string, Description>();
let size = 0;

/**
 * Reads a description. More than half of all descriptions stand on more than one page, word by word, so
 * what has been read is remembered.
 */
export function readDescription(text: string): Description {
  const found = known.get(text);
  if (found !== undefined) return found;
  const prose = splitGluedLists(readProse({ text, span: { start: 0, end: text.length } }));
  const units = splitSentences(createSource("", text), prose);
  const description = { text: describe(prose), units };
  size += text.length;
  if (size > capacity) {
    known.clear();
    size = text.length;
  }
  known.set(text, description);
  return description;
}
