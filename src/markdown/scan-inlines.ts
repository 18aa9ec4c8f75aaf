import { decodeReference } from "./decode-reference.ts";
import { findCode } from "./find-code.ts";
import { matchLinkTarget } from "./match-link-target.ts";
import { matchTag } from "./match-tag.ts";
import { pairEmphasis, type MarkRun } from "./pair-emphasis.ts";
import { trimBlanks } from "./trim-blanks.ts";

/** A part of a paragraph's content, in order. */
export type Inline =
  /** Characters that stand for themselves. */
  | { readonly kind: "text"; readonly at: number; readonly end: number }
  /** Characters that stand for others, such as `&lt;`. */
  | { readonly kind: "literal"; readonly at: number; readonly text: string }
  /** What stands between backticks. */
  | { readonly kind: "code"; readonly at: number; readonly end: number }
  | ({ readonly kind: "marks" } & MarkRun)
  /** `[` or `![`, which is text unless it opens a link. */
  | { readonly kind: "bracket"; readonly at: number; readonly end: number; isLink: boolean };

/** A bracket that may still open a link. */
interface Opener {
  readonly bracket: Extract<Inline, { kind: "bracket" }>;
  /** How many runs of marks stand before it. */
  readonly runs: number;
  /** A link lies behind it, so it opens none: there are no links in links. */
  spent: boolean;
}

/** Reads the inlines of CommonMark. Link references are text, for there are no link definitions. */
export function scanInlines(content: string): Inline[] {
  return new InlineScanner(content).scan();
}

/** What may begin something else than text. */
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

  /** Reads what begins at a special character, and says where it ends. */
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

  /** A backslash before punctuation is none; one before a line end stands for the line end. */
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

/** What a character is to emphasis; the ends of the content count as blank. */
function kindOf(character: string): CharacterKind {
  if (character === "" || /\s/.test(character)) return "blank";
  return /[\p{P}\p{S}]/u.test(character) ? "punctuation" : "word";
}
