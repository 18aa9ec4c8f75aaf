import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { pairEmphasis, type MarkRun } from "./pair-emphasis.ts";
import { trimBlanks } from "./trim-blanks.ts";

/** A part of a paragraph's content, in order. */
export type Inline =
  /** Characters taken literally. */
  | { readonly kind: "text"; readonly at: number; readonly end: number }
  /** Characters that stand for others, such as `&lt;`. */
  | { readonly kind: "literal"; readonly at: number; readonly text: string }
  /** The content of a code span. */
  | { readonly kind: "code"; readonly at: number; readonly end: number }
  | ({ readonly kind: "marks" } & MarkRun)
  /** `[` or `![`; text unless it opens a link. */
  | { readonly kind: "bracket"; readonly at: number; readonly end: number; isLink: boolean };

/** A bracket that may still open a link. */
interface Opener {
  readonly bracket: Extract<Inline, { kind: "bracket" }>;
  /** Number of runs of marks before it. */
  readonly runs: number;
  /** A link follows it, so it opens none: links do not nest. */
  spent: boolean;
}

/** Scans the inlines of CommonMark. Link references are text, because link definitions are not supported. */
export function scanInlines(content: string): Inline[] {
  return new InlineScanner(content).scan();
}

/** Characters that may begin something other than text. */
const special = /[\\`*_![\]<&\n]/g;

class InlineScanner {
  readonly #content: string;
  readonly #inlines: Inline[] = [];
  readonly #runs: MarkRun[] = [];
  readonly #openers: Opener[] = [];
  #findCode: ReturnType<typeof findCode> | undefined;
  #lastComment: number | undefined;

  constructor(content: string) {
    this.#content = content;
  }

  scan(): Inline[] {
    let at = 0;
    while (at < this.#content.length) {
      special.lastIndex = at;
      const next = special.exec(this.#content)?.index ?? this.#content.length;
      if (next > at) this.#addText(at, next);
      at = next < this.#content.length ? this.#readSpecial(next) : next;
    }
    pairEmphasis(this.#runs);
    return this.#inlines;
  }

  /** Reads the inline at a special character, and returns its end. */
  #readSpecial(at: number): number {
    switch (this.#content.charAt(at)) {
      case "\\":
        return this.#readEscape(at);
      case "`":
        return this.#readCode(at);
      case "*":
      case "_":
        return this.#readMarks(at);
      case "!":
        if (this.#content.charAt(at + 1) === "[") return this.#openBracket(at, at + 2);
        return this.#addText(at, at + 1);
      case "[":
        return this.#openBracket(at, at + 1);
      case "]":
        return this.#closeBracket(at);
      case "<":
        return this.#readTag(at);
      case "&": {
        const reference = decodeReference(this.#content, at);
        if (reference === undefined) return this.#addText(at, at + 1);
        this.#inlines.push({ kind: "literal", at, text: reference.text });
        return reference.end;
      }
      default:
        return this.#readLineEnd(at);
    }
  }

  #addText(at: number, end: number): number {
    const before = this.#content.charAt(end) === "\n" ? trimBlanks(this.#content, at, end) : end;
    if (before > at) this.#inlines.push({ kind: "text", at, end: before });
    return end;
  }

  #readLineEnd(at: number): number {
    this.#inlines.push({ kind: "text", at, end: at + 1 });
    return at + 1;
  }

  /** A backslash before punctuation escapes it, and one before a line end is dropped. */
  #readEscape(at: number): number {
    const escaped = /[!-/:-@[-`{-~\n]/.test(this.#content.charAt(at + 1));
    if (!escaped) return this.#addText(at, at + 1);
    this.#inlines.push({ kind: "text", at: at + 1, end: at + 2 });
    return at + 2;
  }

  #readCode(at: number): number {
    let behind = at;
    while (this.#content.charAt(behind) === "`") behind += 1;
    this.#findCode ??= findCode(this.#content);
    const span = this.#findCode(at, behind - at);
    if (span === undefined) return this.#addText(at, behind);
    this.#inlines.push({ kind: "code", at: span.start, end: span.end });
    return span.next;
  }

  #readMarks(at: number): number {
    const mark = this.#content.charAt(at);
    let end = at;
    while (this.#content.charAt(end) === mark) end += 1;
    const before = kindOf(this.#content.charAt(at - 1));
    const behind = kindOf(this.#content.charAt(end));
    const left = behind === "word" || (behind === "punctuation" && before !== "word");
    const right = before === "word" || (before === "punctuation" && behind !== "word");
    const inWord = mark === "_" && left && right;
    const run = {
      kind: "marks" as const,
      ...{ at, mark, length: end - at, opening: 0, closing: 0, starts: [], ends: [] },
      opens: left && (!inWord || before === "punctuation"),
      closes: right && (!inWord || behind === "punctuation"),
    };
    this.#inlines.push(run);
    if (run.opens || run.closes) this.#runs.push(run);
    return end;
  }

  #openBracket(at: number, end: number): number {
    const bracket = { kind: "bracket" as const, at, end, isLink: false };
    this.#inlines.push(bracket);
    this.#openers.push({ bracket, runs: this.#runs.length, spent: false });
    return end;
  }

  #closeBracket(at: number): number {
    const opener = this.#openers.pop();
    const isImage = opener !== undefined && opener.bracket.end - opener.bracket.at === 2;
    const end =
      opener === undefined || opener.spent ? undefined : matchLinkTarget(this.#content, at + 1);
    if (opener === undefined || end === undefined) return this.#addText(at, at + 1);
    opener.bracket.isLink = true;
    pairEmphasis(this.#runs.splice(opener.runs));
    if (!isImage) this.#spendOpeners();
    return end;
  }

  #spendOpeners(): void {
    for (let index = this.#openers.length - 1; index >= 0; index -= 1) {
      const opener = this.#openers[index];
      const isImage = opener !== undefined && opener.bracket.end - opener.bracket.at === 2;
      if (opener === undefined || isImage) continue;
      if (opener.spent) return;
      opener.spent = true;
    }
  }

  #readTag(at: number): number {
    if (this.#content.startsWith("<!--", at)) {
      this.#lastComment ??= this.#content.lastIndexOf("-->");
      const end = this.#lastComment < at + 2 ? -1 : this.#content.indexOf("-->", at + 2);
      if (end !== -1) return end + 3;
    }
    const tag = matchTag(this.#content, at);
    if (tag === undefined) return this.#addText(at, at + 1);
    if (tag.kind === "break") this.#inlines.push({ kind: "literal", at, text: "\n" });
    if (tag.kind === "address") this.#inlines.push({ kind: "text", at: at + 1, end: tag.end - 1 });
    return tag.end;
  }
}

type CharacterKind = "blank" | "punctuation" | "word";

/** The class of a character for emphasis; the ends of the content count as blank. */
function kindOf(character: string): CharacterKind {
  if (character === "" || /\s/.test(character)) return "blank";
  return /[\p{P}\p{S}]/u.test(character) ? "punctuation" : "word";
}

const referenceForm = /&(?:#[xX]([0-9A-Fa-f]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{0,30}));/y;

/** Decodes the character reference at an index, such as `&lt;`; `undefined` where it is not one. */
function decodeReference(
  content: string,
  at: number,
): { readonly text: string; readonly end: number } | undefined {
  referenceForm.lastIndex = at;
  const [found, hexadecimal, decimal, name] = referenceForm.exec(content) ?? [];
  if (found === undefined) return undefined;
  const text =
    name === undefined
      ? characterOf(
          Number.parseInt(hexadecimal ?? decimal ?? "", hexadecimal === undefined ? 10 : 16),
        )
      : decodeNamedCharacterReference(name);
  return text === false ? undefined : { text, end: at + found.length };
}

/** Invalid characters become U+FFFD. */
function characterOf(code: number): string {
  if (code > 0x10ffff) return "\uFFFD";
  const character = String.fromCodePoint(code);
  return /[^\P{Cc}\t\n\f\r]|\p{Cs}|\p{Noncharacter_Code_Point}/u.test(character)
    ? "\uFFFD"
    : character;
}

/** A code span between two equal runs of backticks. */
interface CodeSpan {
  readonly start: number;
  readonly end: number;
  /** The index after the closing run. */
  readonly next: number;
}

/**
 * Returns a function that finds the code span of a run of backticks; runs must be requested in order.
 *
 * All runs are indexed at the start, so that many different lengths take linear time.
 */
function findCode(content: string): (at: number, length: number) => CodeSpan | undefined {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of content.matchAll(/`+/g)) {
    const alike = runs.get(run.length);
    if (alike === undefined) runs.set(run.length, [index]);
    else alike.push(index);
  }
  for (const alike of runs.values()) alike.reverse();
  return (at, length) => {
    const alike = runs.get(length) ?? [];
    while ((alike.at(-1) ?? Infinity) <= at) alike.pop();
    const end = alike.at(-1);
    if (end === undefined) return undefined;
    const inside = { start: at + length, end };
    const padded = /^[ \n][^]*[ \n]$/.test(content.slice(inside.start, end));
    if (padded && /[^ \n]/.test(content.slice(inside.start, end))) {
      inside.start += 1;
      inside.end -= 1;
    }
    return { ...inside, next: end + length };
  };
}

/** Maximum depth of parentheses in a link target, so that many opening ones take linear time. */
const DEEPEST = 32;

const blanks = /[ \t]*(?:\n[ \t]*)?/y;
const angled = /<[^<>\n\\]*(?:\\[^\n][^<>\n\\]*)*>/y;
const spaced = /\([^()\s]+ [^()\n]*\)/y;
const linkTitle =
  /[ \t]*(?:\n[ \t]*|[ \t])(?:"[^"\\]*(?:\\[^][^"\\]*)*"|'[^'\\]*(?:\\[^][^'\\]*)*'|\([^()\\]*(?:\\[^][^()\\]*)*\))/y;

/**
 * The end of the link target `(target "title")` at an index; `undefined` where it is not one.
 *
 * Targets with spaces are accepted although CommonMark refuses them, because pages have them.
 */
function matchLinkTarget(content: string, at: number): number | undefined {
  if (content.charAt(at) !== "(") return undefined;
  const start = endOf(blanks, content, at + 1) ?? at + 1;
  const isAngled = content.charAt(start) === "<";
  const target = isAngled ? endOf(angled, content, start) : endOfBare(content, start);
  if (target !== undefined) {
    const titled = target === start ? target : (endOf(linkTitle, content, target) ?? target);
    const end = endOf(blanks, content, titled) ?? titled;
    if (content.charAt(end) === ")") return end + 1;
  }
  return endOf(spaced, content, at);
}

/** The end of a target: a blank, or the closing parenthesis of the link. */
function endOfBare(content: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const character = content.charAt(at);
    if (character === "\\" && /[()\\]/.test(content.charAt(at + 1))) at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth < 0 || character <= " " || character === "\u007F") return depth <= 0 ? at : undefined;
    if (depth > DEEPEST) return undefined;
  }
  return undefined;
}

/** An address or an HTML element. */
interface Tag {
  readonly kind: "address" | "break" | "silent";
  readonly end: number;
}

const hostLabel = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const address = new RegExp(
  String.raw`<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20\x7F]*|[\w.!#$%&'*+/=?^\x60{|}~-]+@${hostLabel}(?:\.${hostLabel})*)>`,
  "y",
);

const attributeValue = String.raw`(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*")`;
const attribute = String.raw`\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*${attributeValue})?`;
const element = new RegExp(
  String.raw`<(?:(?<closed>/)[A-Za-z][\w-]*\s*|(?<name>[A-Za-z][\w-]*)(?:${attribute})*\s*/?)>`,
  "y",
);

/** HTML elements that pages use. Other names in angle brackets are text, as in `<bucket>`. */
const knownElements =
  /^<\/?(?:a|b|big|blockquote|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var)(?![\w-])/i;

/** Matches the address or HTML element at an index; `undefined` where `<` is text. */
function matchTag(content: string, at: number): Tag | undefined {
  const addressEnd = endOf(address, content, at);
  if (addressEnd !== undefined) return { kind: "address", end: addressEnd };
  if (!knownElements.test(content.slice(at, at + 16))) return undefined;
  const end = endOf(element, content, at);
  if (end === undefined) return undefined;
  return { kind: /^<br[\s/>]/i.test(content.slice(at, at + 5)) ? "break" : "silent", end };
}

function endOf(pattern: RegExp, content: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(content) ? pattern.lastIndex : undefined;
}
