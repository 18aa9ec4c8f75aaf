import type { Piece } from "../markdown/document.ts";
import type { SampleBlock } from "./page.ts";

/** The head of an HTTP answer: status line and headers. */
const head = /^\s*HTTP\/\d[^\n]*\n(?:[\w-]+:[^\n]*\n)*\s*/;

/** A code block as a sample, by how its text begins; nothing when it is neither call nor answer. */
export function readSample(block: Piece): SampleBlock | undefined {
  const body = withoutHead(block);
  const text = body.text.trim();
  if (/^[{[]/.test(text)) return { kind: "json", body };
  if (/^<[?A-Za-z]/.test(text)) return { kind: "xml", body };
  if (/[?&]\s*Action=/.test(text)) return { kind: "request", body };
  return undefined;
}

function withoutHead({ text, span }: Piece): Piece {
  const length = head.exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), span: { start: span.start + length, end: span.end } };
}
