import { offsetIn } from "../../markdown/offset-in.ts";
import type { Prose, ProseBlock } from "../../markdown/prose.ts";
import { locate } from "../../text/locate.ts";
import type { Source } from "../../text/source.ts";

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
  /** The block's whole text, marked like a sentence. */
  readonly whole: Sentence;
  readonly sentences: readonly Sentence[];
}

/** Splits a description into sentences. Labels such as "说明：" are left out. */
export function splitSentences(source: Source, prose: Prose): ProseUnit[] {
  return prose.map((block) => {
    const { text, indexes } = markValues(block);
    const lineAt = (at: number) =>
      locate(source, offsetIn(block, indexes[at] ?? block.text.length)).line;
    const whole = { text: text.slice(leadOf(text)), line: lineAt(leadOf(text)) };
    const sentences: Sentence[] = [];
    let start = 0;
    for (const end of sentenceEnds(text)) {
      const lead = leadOf(text.slice(start, end));
      const raw = text.slice(start + lead, end);
      if (raw.trim() !== "") sentences.push({ text: raw.trim(), line: lineAt(start + lead) });
      start = end;
    }
    return { kind: block.kind, depth: block.depth, whole, sentences };
  });
}

/** The length of the white space and the label that a sentence begins with. */
function leadOf(text: string): number {
  const lead = /^\s*(?:(?:说明|注意|警告|Notes?|Important|Warning)\s*[:：]\s*)?/i;
  return lead.exec(text)?.[0].length ?? 0;
}

/** The texts between ⟦ and ⟧. */
export function valuesIn(text: string): string[] {
  return [...text.matchAll(/⟦([^⟦⟧]*)⟧/g)].map(([, value = ""]) => value.trim());
}

/** The block's text with marks around values, and for each of its characters where it came from. */
function markValues(block: ProseBlock): { text: string; indexes: number[] } {
  const opens = new Set<number>();
  const closes = new Set<number>();
  for (const { start, end } of block.marks) {
    // A bold label or a bold sentence is no value.
    if (/[:：。]$/.test(block.text.slice(start, end).trim()) || end === start) continue;
    opens.add(start);
    closes.add(end);
  }
  let text = "";
  const indexes: number[] = [];
  const push = (character: string, index: number) => {
    text += character;
    indexes.push(index);
  };
  for (let index = 0; index <= block.text.length; index += 1) {
    if (closes.has(index)) push("⟧", index);
    if (opens.has(index)) push("⟦", index);
    if (index < block.text.length) {
      // The marks themselves must not occur in what pages write.
      push(block.text.charAt(index).replace(/[⟦⟧]/, " "), index);
    }
  }
  return { text, indexes };
}

/** Where sentences end: behind a full stop of either language, at line ends, and at the end. */
function sentenceEnds(text: string): number[] {
  const stops = [...text.matchAll(/[。；！？\n]|[;!?.](?=\s+\S)/g)].map(({ index }) => index + 1);
  return [...stops, text.length];
}
