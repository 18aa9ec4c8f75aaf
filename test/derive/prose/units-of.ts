import { readProse } from "../../../src/markdown/read-prose.ts";
import { splitSentences, type ProseUnit } from "../../../src/derive/prose/sentence.ts";
import { createSource } from "../../../src/text/source.ts";

/** A description's Markdown, ready for phrases; its first line is line 1. */
export function unitsOf(markdown: string): ProseUnit[] {
  const source = createSource("page.md", markdown);
  return splitSentences(
    source,
    readProse({ text: markdown, span: { start: 0, end: markdown.length } }),
  );
}
