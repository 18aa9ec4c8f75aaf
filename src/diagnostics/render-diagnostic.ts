import { eastAsianWidth } from "get-east-asian-width";
import { lineText, locate } from "../text/source.ts";
import { visible } from "../text/visible.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { plain, type Paint } from "./paint.ts";

/** Maximum width of an excerpt, in terminal columns. */
const EXCERPT_WIDTH = 100;

/** Characters read on either side of the range: a line may have a megabyte. */
const EXCERPT_LENGTH = 4 * EXCERPT_WIDTH;

/**
 * Formats a diagnostic for people: `path:line:column severity code message`, then an excerpt.
 *
 * The excerpt is the source line with carets under the range. For a range over several lines, it shows
 * the first.
 */
export function renderDiagnostic(diagnostic: Diagnostic, paint: Paint = plain): string {
  const others = (diagnostic.related ?? []).map(({ source, span, message }) => {
    const { line, column } = locate(source, span.start);
    const place = paint.place(`${visible(source.path)}:${line}:${column}`);
    const note = `${place} ${paint.dim(visible(message))}`;
    return `${note}${excerptOf({ source, span }, paint.severity.note, paint)}`;
  });
  return [renderPlace(diagnostic, paint), ...others].join("\n");
}

function renderPlace(diagnostic: Diagnostic, paint: Paint): string {
  const { source, span, severity, code, message } = diagnostic;
  const { line, column } = locate(source, span.start);
  const place = paint.place(`${visible(source.path)}:${line}:${column}`);
  const stress = paint.severity[severity];
  const head = `${place} ${stress(severity)} ${paint.dim(code)} ${visible(message)}`;
  return `${head}${excerptOf({ source, span }, stress, paint)}`;
}

/** Formats the line of a place with carets below it; returns an empty text where the line is blank. */
function excerptOf(
  { source, span }: Pick<Diagnostic, "source" | "span">,
  stress: (text: string) => string,
  paint: Paint,
): string {
  const { line, column } = locate(source, span.start);
  const excerpt = lineText(source, line);
  if (excerpt.trim() === "") return "";

  const from = column - 1;
  const to = Math.max(from + 1, Math.min(from + (span.end - span.start), excerpt.length));
  const window = clip(excerpt, from, to);
  const gutter = String(line);
  const blank = " ".repeat(gutter.length);
  const carets = "^".repeat(Math.max(1, width(window.marked)));
  const marked = window.marked === "" ? "" : stress(window.marked);
  return [
    "",
    paint.dim(`${blank} |`),
    `${paint.dim(`${gutter} |`)} ${window.before}${marked}${window.after}`,
    `${paint.dim(`${blank} |`)} ${" ".repeat(width(window.before))}${stress(carets)}`,
  ].join("\n");
}

/** The part of a line around the range that fits the excerpt's width. */
function clip(line: string, from: number, to: number) {
  let before = visible(line.slice(Math.max(0, from - EXCERPT_LENGTH), from));
  let marked = visible(line.slice(from, Math.min(to, from + EXCERPT_LENGTH)));
  if (width(before) > EXCERPT_WIDTH / 2) before = "…" + takeEnd(before, EXCERPT_WIDTH / 2);
  if (width(marked) > EXCERPT_WIDTH / 2) marked = takeStart(marked, EXCERPT_WIDTH / 2) + "…";
  const rest = visible(line.slice(to, to + EXCERPT_LENGTH));
  const room = Math.max(0, EXCERPT_WIDTH - width(before) - width(marked));
  const after = width(rest) > room ? takeStart(rest, room) + "…" : rest;
  return { before, marked, after };
}

/** Matches texts whose characters take one column each: most texts. */
const oneColumnEach = /^[ -~]*$/;

/** Splits a text into graphemes: a letter with its accents, an emoji with its modifiers. */
function charactersOf(text: string): string[] {
  if (oneColumnEach.test(text)) return text.split("");
  // Creating the first segmenter takes ten milliseconds, and most text needs none.
  if (!/[\p{Mark}\p{Cf}\p{Emoji_Presentation}]/u.test(text)) return Array.from(text);
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Width of a text in terminal columns. Chinese characters take two. */
function width(text: string): number {
  if (oneColumnEach.test(text)) return text.length;
  return charactersOf(text).reduce((columns, character) => columns + columnsOf(character), 0);
}

const known = new Map<string, number>();

function columnsOf(character: string): number {
  const found = known.get(character) ?? countColumns(character);
  // Caching graphemes of several characters would grow without limit.
  if (character.length === 1) known.set(character, found);
  return found;
}

function countColumns(character: string): number {
  // An emoji sequence takes two columns, however long it is.
  if (/\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u.test(character)) return 2;
  let columns = 0;
  for (const part of character) {
    if (!/\p{Mark}|\p{Cf}/u.test(part)) columns += eastAsianWidth(part.codePointAt(0) ?? 0x20);
  }
  return columns;
}

function takeStart(text: string, columns: number): string {
  return take(charactersOf(text), columns).join("");
}

function takeEnd(text: string, columns: number): string {
  return take(charactersOf(text).reverse(), columns).reverse().join("");
}

/** The first characters that fit into a number of columns. */
function take(all: readonly string[], columns: number): string[] {
  let used = 0;
  const end = all.findIndex((character) => (used += columnsOf(character)) > columns);
  return all.slice(0, end === -1 ? all.length : end);
}
