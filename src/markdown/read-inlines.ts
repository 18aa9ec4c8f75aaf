import type { LeafLine } from "./read-leaves.ts";
import type { Mark, ProseBlock } from "./prose.ts";
import type { Strong } from "./pair-emphasis.ts";
import { scanInlines, type Inline } from "./scan-inlines.ts";
import { trimBlanks } from "./trim-blanks.ts";

/** The text of a paragraph, its formatted ranges, and their mapping to the source. */
export type InlineText = Pick<ProseBlock, "text" | "marks" | "origin">;

/** Reads the inlines of some lines of a text that begins at an offset of the source. */
export function readInlines(text: string, lines: readonly LeafLine[], offset: number): InlineText {
  const writer = new TextWriter(text, lines, offset);
  for (const inline of scanInlines(writer.content)) writer.write(inline);
  return writer.finish();
}

class TextWriter {
  /** The text of the lines, joined by line ends. */
  readonly content: string;
  /** For each line, its start in the content and the difference to its offset in the source. */
  readonly #lines: readonly { readonly at: number; readonly shift: number }[];
  #line = 0;
  #text = "";
  readonly #marks: Mark[] = [];
  readonly #origin: { at: number; offset: number }[] = [];
  /** Difference between the offsets in the source and in the text, at the end written so far. */
  #shift: number | undefined;

  constructor(text: string, lines: readonly LeafLine[], offset: number) {
    const parts: string[] = [];
    const starts: { at: number; shift: number }[] = [];
    let at = 0;
    for (const { start, end } of lines) {
      starts.push({ at, shift: offset + start - at });
      parts.push(text.slice(start, end));
      at += end - start + 1;
    }
    const content = parts.length === 1 ? (parts[0] ?? "") : parts.join("\n");
    this.content = content.slice(0, trimBlanks(content, 0, content.length));
    this.#lines = starts;
  }

  write(inline: Inline): void {
    switch (inline.kind) {
      case "text":
        this.#append(this.content.slice(inline.at, inline.end), inline.at);
        return;
      case "literal":
        this.#append(inline.text, inline.at);
        return;
      case "bracket":
        if (!inline.isLink) this.#append(this.content.slice(inline.at, inline.end), inline.at);
        return;
      case "code":
        this.#writeCode(inline.at, inline.end);
        return;
      case "marks": {
        for (const strong of inline.ends) this.#endStrong(strong);
        const from = inline.at + inline.closing;
        this.#append(this.content.slice(from, inline.at + inline.length - inline.opening), from);
        for (const strong of inline.starts) strong.start = this.#text.length;
        return;
      }
    }
  }

  finish(): InlineText {
    return { text: this.#text, marks: this.#marks, origin: this.#origin };
  }

  #endStrong({ start }: Strong): void {
    this.#marks.push({ kind: "strong", start, end: this.#text.length });
  }

  /** A line end in code becomes a space. */
  #writeCode(at: number, end: number): void {
    const start = this.#text.length;
    let from = at;
    for (const line of this.content.slice(at, end).split("\n")) {
      if (from > at) this.#append(" ", from - 1);
      this.#append(line, from);
      from += line.length + 1;
    }
    this.#marks.push({ kind: "code", start, end: this.#text.length });
  }

  #append(text: string, at: number): void {
    if (text === "") return;
    while ((this.#lines[this.#line + 1]?.at ?? Infinity) <= at) this.#line += 1;
    const offset = at + (this.#lines[this.#line]?.shift ?? 0);
    const shift = offset - this.#text.length;
    if (shift !== this.#shift) this.#origin.push({ at: this.#text.length, offset });
    this.#shift = shift;
    this.#text += text;
  }
}
