import { offsetIn, type Prose, type ProseBlock } from "../../markdown/prose.ts";
import { locate, type Source } from "../../text/source.ts";

/** A sentence of a description, ready for phrases: what is bold or code stands between ⟦ and ⟧. */
export interface Sentence {
  readonly text: string;
  /** Line of the page where it begins. */
  readonly line: number;
}

/** A block of a description with its sentences. */
export interface ProseUnit {
  readonly kind: ProseBlock["kind"];
  readonly depth: number;
  /** Goes on in the item before it. */
  readonly continues?: true;
  /** The block's whole text, marked like a sentence. */
  readonly whole: Sentence;
  readonly sentences: readonly Sentence[];
}

/** Splits a description into sentences. Labels such as "说明：" are left out. */
export function splitSentences(source: Source, prose: Prose): ProseUnit[] {
  return prose.map((block) => {
    const { text, origin } = markValues(block);
    const lineAt = (at: number) => locate(source, offsetIn(block, placeIn(origin, at))).line;
    const whole = { text: text.slice(leadOf(text)), line: lineAt(leadOf(text)) };
    const sentences: Sentence[] = [];
    let start = 0;
    for (const end of sentenceEnds(text)) {
      const raw = text.slice(start, end);
      const lead = leadOf(raw);
      const sentence = raw.slice(lead).trim();
      if (sentence !== "") sentences.push({ text: sentence, line: lineAt(start + lead) });
      start = end;
    }
    const { kind, depth, continues } = block;
    return { kind, depth, ...(continues === true ? { continues } : {}), whole, sentences };
  });
}

/** The length of the white space and the label that a sentence begins with. */
function leadOf(text: string): number {
  const lead = /^\s*(?:(?:说明|注意|警告|Notes?|Important|Warning)\s*[:：]\s*)?/i;
  return lead.exec(text)?.[0].length ?? 0;
}

/** From `at` on, a marked text is the block's from `index` on. */
interface Run {
  readonly at: number;
  readonly index: number;
}

/** What pages write like marks of ours, and more white space than phrases need to know of. */
const untidy = /[⟦⟧]|\s{2,}/g;

/** The block's text with marks around values, and where each part of it came from. */
function markValues({ text: plain, marks }: ProseBlock): { text: string; origin: Run[] } {
  const opens = new Set<number>();
  const closes = new Set<number>();
  for (const { start, end } of marks) {
    if (start === end || isLabel(plain, start, end)) continue;
    opens.add(start);
    closes.add(end);
  }
  const origin: Run[] = [];
  let text = "";
  const add = (part: string, index: number): void => {
    origin.push({ at: text.length, index });
    text += part;
  };
  const addTidy = (from: number, to: number): void => {
    let at = from;
    for (const { index, 0: found } of plain.slice(from, to).matchAll(untidy)) {
      if (from + index > at) add(plain.slice(at, from + index), at);
      add(found.includes("\n") ? "\n" : " ", from + index);
      at = from + index + found.length;
    }
    if (to > at) add(plain.slice(at, to), at);
  };
  const edges = [...new Set([...opens, ...closes])].sort((a, b) => a - b);
  let from = 0;
  for (const edge of edges) {
    addTidy(from, edge);
    if (closes.has(edge)) add("⟧", edge);
    if (opens.has(edge)) add("⟦", edge);
    from = edge;
  }
  addTidy(from, plain.length);
  return { text, origin };
}

/** A bold label or a bold sentence is no value. */
function isLabel(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && /\s/.test(text.charAt(last))) last -= 1;
  return /[:：。]/.test(text.charAt(last));
}

/** The index in a block's text of a place in its marked text. */
function placeIn(origin: readonly Run[], at: number): number {
  let low = 0;
  let high = origin.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origin[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const run = origin[low];
  return run === undefined ? 0 : run.index + (at - run.at);
}

/** Where sentences end: behind a full stop of either language, at line ends, and at the end. */
function sentenceEnds(text: string): number[] {
  const stops = [...text.matchAll(/[。；！？\n]|[;!?.](?=\s+\S)/g)].map(({ index }) => index + 1);
  return [...stops, text.length];
}
