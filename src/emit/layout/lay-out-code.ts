import { breakLine } from "./break-line.ts";
import { pageWidth } from "./doc-printer.ts";
import { textWidth } from "./text-width.ts";

/**
 * Formats code as Prettier does.
 *
 * Templates and emitters write each statement and each member on one line. This function breaks lines
 * that are too long, and closes empty bodies on the line that opens them.
 */
export function layOutCode(text: string): string {
  let done = "";
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const end = endOfLine(text, at);
    const after = text.charCodeAt(end - 1) === openBrace ? closingOf(text, at, end) : undefined;
    if (after === undefined && (end - at <= pageWidth / 2 || isComment(text, at))) {
      at = end + 1;
      continue;
    }
    const next = after?.end ?? end;
    const line = text.slice(at, end) + (after?.text ?? "");
    const broken = isTooWide(line) ? breakLine(line) : undefined;
    if (broken !== undefined || after !== undefined) {
      done += text.slice(copied, at) + (broken?.text ?? line);
      copied = next;
    }
    at = next + 1;
    const blanks = blanksOf(line);
    if (broken?.inside === undefined || broken.inside === blanks + 2) continue;
    const body = bodyAfter(text, next, blanks);
    const indented = body.replaceAll(/^(?=.)/gm, " ".repeat(broken.inside - blanks - 2));
    done += `\n${layOutCode(indented)}`;
    copied = next + 1 + body.length;
    at = copied + 1;
  }
  return copied === 0 ? text : done + text.slice(copied);
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const blank = 0x20;
const slash = 0x2f;
const star = 0x2a;

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** Returns the closing line of an empty body; `undefined` for other bodies and for those of conditions. */
function closingOf(text: string, start: number, end: number) {
  let at = end + 1;
  while (text.charCodeAt(at) === blank) at += 1;
  if (text.charCodeAt(at) !== closeBrace) return undefined;
  if (/^ *if /.test(text.slice(start, end))) return undefined;
  const last = endOfLine(text, at);
  return { text: text.slice(at, last), end: last };
}

/** The lines after an opening line, up to its closing line. */
function bodyAfter(text: string, end: number, blanks: number): string {
  const closing = text.indexOf(`\n${" ".repeat(blanks)}}`, end);
  return text.slice(end + 1, endOfLine(text, closing + 1));
}

function isTooWide(line: string): boolean {
  return line.length > pageWidth / 2 && textWidth(line) > pageWidth;
}

/** Comments keep their width. */
function isComment(text: string, start: number): boolean {
  let at = start;
  while (text.charCodeAt(at) === blank) at += 1;
  return text.charCodeAt(at) === slash || text.charCodeAt(at) === star;
}

function blanksOf(line: string): number {
  return line.length - line.trimStart().length;
}
