import type { SampleBlock } from "../page/page.ts";
import type { Source, Span } from "../text/source.ts";

/** A parameter of a sample request. */
export interface CallParameter {
  /** As it is sent: `PortRanges.1.FromPort`. */
  readonly name: string;
  /** Without escapes. */
  readonly value: string;
  readonly span: Span;
}

/** The parameters of a sample request; none where it is no query, or leaves something out. */
export function readCall(source: Source, { body }: SampleBlock): CallParameter[] {
  const text = source.text.slice(body.span.start, body.span.end);
  if (/\.{3}|…|……/.test(text) || !/[?&]/.test(text)) return [];
  const found: CallParameter[] = [];
  for (const match of text.matchAll(/(?:[?&]|\n|^)[\t ]*([A-Za-z_][\w.-]*)=([^&\r\n]*)/g)) {
    const [whole, name = "", rest = ""] = match;
    const raw = rest.replace(/<[^]*$/, "").trimEnd();
    const start = body.span.start + match.index + whole.indexOf(name);
    found.push({
      name,
      value: decode(raw),
      span: { start, end: start + name.length + 1 + raw.length },
    });
  }
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
