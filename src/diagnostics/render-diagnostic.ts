import { eastAsianWidth } from "get-east-asian-width";
import { lineText, locate } from "../text/locate.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { plain, type Paint } from "./paint.ts";

/** Terminal columns that an excerpt may take. */
const EXCERPT_WIDTH = 100;

/** How many characters on either side of a mark are looked at: a line may hold a megabyte. */
const EXCERPT_LENGTH = 4 * EXCERPT_WIDTH;

/**
 * A finding as people read it: `path:line:column severity code message`, then the line of the
 * source with carets under the span. A span over several lines is marked on its first.
 */
export function renderDiagnostic(diagnostic: Diagnostic, paint: Paint = plain): string {
  const { source, span, severity, code, message } = diagnostic;
  const { line, column } = locate(source, span.start);
  const place = paint.place(`${visible(source.path)}:${line}:${column}`);
  const stress = paint.severity[severity];
  const head = `${place} ${stress(severity)} ${paint.dim(code)} ${visible(message)}`;
  const excerpt = lineText(source, line);
  if (excerpt.trim() === "") return head;

  const from = column - 1;
  const to = Math.max(from + 1, Math.min(from + (span.end - span.start), excerpt.length));
  const window = clip(excerpt, from, to);
  const gutter = String(line);
  const blank = " ".repeat(gutter.length);
  const carets = "^".repeat(Math.max(1, width(window.marked)));
  const marked = window.marked === "" ? "" : stress(window.marked);
  return [
    head,
    paint.dim(`${blank} |`),
    `${paint.dim(`${gutter} |`)} ${window.before}${marked}${window.after}`,
    `${paint.dim(`${blank} |`)} ${" ".repeat(width(window.before))}${stress(carets)}`,
  ].join("\n");
}

/** The part of a line around the marked range that fits the excerpt's width. */
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

/** A page's text in one line: tabs, line ends and what would command a terminal become spaces. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, " ");
}

/** Terminal columns of a text: Chinese characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOf(character);
  return columns;
}

function columnsOf(character: string): number {
  return /\p{Mark}|\p{Cf}/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0x20);
}

function takeStart(text: string, columns: number): string {
  let taken = "";
  let used = 0;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    taken += character;
  }
  return taken;
}

function takeEnd(text: string, columns: number): string {
  const characters = Array.from(text);
  const taken: string[] = [];
  let used = 0;
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    const character = characters[at] ?? "";
    used += columnsOf(character);
    if (used > columns) break;
    taken.unshift(character);
  }
  return taken.join("");
}
