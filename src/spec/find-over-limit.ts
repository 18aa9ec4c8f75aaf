import { Parser, type CST } from "yaml";
import type { Source, Span } from "../text/source.ts";

/** What a YAML file has too much of to be read at all. */
export interface OverLimit {
  readonly code: "limit/spec-bytes" | "limit/yaml-nesting";
  readonly span: Span;
  readonly found: number;
  readonly allowed: number;
}

/** Whether a YAML file is larger or deeper than may be, before it is read: what is too deep has no reader. */
export function findOverLimit({ text, cutFrom, limits }: Source): OverLimit | undefined {
  if (cutFrom !== undefined) {
    const span = { start: text.length, end: text.length };
    return { code: "limit/spec-bytes", span, found: cutFrom, allowed: limits.specBytes };
  }
  const { yamlNesting: allowed } = limits;
  if (mostLevels(text) <= allowed) return undefined;
  const { levels: found, at } = countLevels(text);
  if (found <= allowed) return undefined;
  return { code: "limit/yaml-nesting", span: { start: at, end: at + 1 }, found, allowed };
}

/** A number that the levels of a file do not exceed: counting them takes as long as reading does. */
function mostLevels(text: string): number {
  let brackets = 0;
  let column = 0;
  let indented = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\n" || character === "\r") column = 0;
    else if (column >= 0) column = " -?:\t".includes(character) ? column + 1 : -1;
    if (column > indented) indented = column;
    if (character === "[" || character === "{") brackets += 1;
  }
  // In each column a map can begin, and a list in it.
  return brackets + 2 * (indented + 1);
}

function countLevels(text: string): { readonly levels: number; readonly at: number } {
  let deepest = { levels: 0, at: 0 };
  const open: { readonly token: CST.Token; readonly levels: number }[] = [];
  for (const token of new Parser().parse(text)) open.push({ token, levels: 0 });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, levels } = next;
    if (token.type === "document") {
      if (token.value !== undefined) open.push({ token: token.value, levels });
    } else if ("items" in token) {
      if (levels + 1 > deepest.levels) deepest = { levels: levels + 1, at: token.offset };
      for (const { key, value } of token.items) {
        for (const inner of [key, value]) {
          if (inner) open.push({ token: inner, levels: levels + 1 });
        }
      }
    }
  }
  return deepest;
}
