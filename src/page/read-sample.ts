import type { Piece } from "../markdown/document.ts";
import type { SampleBlock } from "./page.ts";

/** What may stand before a body: the status line and headers of an HTTP answer, remarks. */
const heads = [/^\s*HTTP\/\d[^\n]*\n(?:[\w-]+:[^\n]*\n)*\s*/, /^(?:\s*(?:\/\/|#)[^\n]*\n)+/];

/** A code block as a sample, by how its text begins; nothing when it is neither call nor answer. */
export function readSample(block: Piece): SampleBlock | undefined {
  const body = heads.reduce(withoutHead, block);
  const text = body.text.trim();
  // Some answers lack the braces around them.
  if (/^(?:[{[]|"[^"\n]*"\s*:)/.test(text)) return { kind: "json", body };
  if (/^<[?A-Za-z]/.test(text)) return { kind: "xml", body };
  if (/[?&]\s*Action\s*=/i.test(text) || /^https?:\/\/[^\s?]*\?/i.test(text)) {
    return { kind: "request", body };
  }
  return undefined;
}

function withoutHead({ text, span }: Piece, head: RegExp): Piece {
  const length = head.exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), span: { start: span.start + length, end: span.end } };
}
