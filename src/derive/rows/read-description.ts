import { readProse } from "../../markdown/read-prose.ts";
import { createSource } from "../../text/source.ts";
import { remember } from "../../text/remember.ts";
import type { Prose, ProseBlock } from "../../markdown/prose.ts";
import type { Line } from "../../spec/operation.ts";
import { splitSentences, type ProseUnit } from "../prose/sentence.ts";
import { describe } from "./describe.ts";

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

/** The first item of a list that the page forgot to put on a line of its own: "取值：-   a：…". */
const gluedItem = /[：:。.；;，）)](?<gap>\s*-\s{2,})(?=\S)/;

/** Makes list items of those that stand behind a sentence on its line; the rest of the list follows. */
export function splitGluedLists(prose: Prose): Prose {
  return prose.flatMap((block, index) => {
    const found = block.kind === "paragraph" ? gluedItem.exec(block.text) : null;
    if (found === null || prose[index + 1]?.kind !== "item") return [block];
    const end = found.index + 1;
    const start = found.index + found[0].length;
    return [
      part(block, 0, end),
      { ...part(block, start, block.text.length), kind: "item", depth: 0 },
    ];
  });
}

function part(block: ProseBlock, start: number, end: number): ProseBlock {
  const { origin, marks } = block;
  const first = origin.findLast(({ at }) => at <= start);
  return {
    ...block,
    text: block.text.slice(start, end),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
    origin: [
      ...(first === undefined ? [] : [{ at: 0, offset: first.offset + start - first.at }]),
      ...origin
        .filter(({ at }) => at > start && at < end)
        .map(({ at, offset }) => ({ at: at - start, offset })),
    ],
  };
}

/**
 * Facts of a description whose lines count from 1, as they are where it begins at a line of a page.
 * Facts in lists and in other facts are moved too.
 */
export function atLine<Facts extends object>(facts: Facts, first: Line): Facts {
  if (Object.keys(facts).length === 0) return facts;
  const moved = Object.entries(facts).map(([key, value]: [string, unknown]) => [
    key,
    moveValue(key, value, first),
  ]);
  return Object.fromEntries(moved) as Facts;
}

function moveValue(key: string, value: unknown, first: Line): unknown {
  if (key === "line" && typeof value === "number") return value + first - 1;
  if (Array.isArray(value)) return value.map((item) => moveValue("", item, first));
  return typeof value === "object" && value !== null ? atLine(value, first) : value;
}
