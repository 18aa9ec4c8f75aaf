import type { Page } from "../page/page.ts";
import type { Span } from "../text/source.ts";

/** Where a member's name stands in a JSON sample: from its first quote to where its value begins. */
type Places = ReadonlyMap<string, readonly Span[]>;

const known = new WeakMap<Page, Places>();

/** Where a JSON sample has a member of that name, and of that value if it is a single one. */
export function findInSamples(page: Page, name: string, value?: unknown): Span | undefined {
  const places = known.get(page) ?? findNames(page);
  known.set(page, places);
  const found = places.get(name) ?? [];
  const isSingle = ["string", "number", "boolean"].includes(typeof value);
  const shown = isSingle ? JSON.stringify(value) : "";
  const { text } = page.source;
  const exact = found.find(({ end }) => text.startsWith(shown, end));
  if (exact !== undefined) return { start: exact.start, end: exact.end + shown.length };
  const [first] = found;
  if (first === undefined) return undefined;
  return {
    start: first.start,
    end: first.start + text.slice(first.start, first.end).trimEnd().length,
  };
}

function findNames({ source, samples }: Page): Places {
  const places = new Map<string, Span[]>();
  for (const { kind, body } of samples) {
    if (kind !== "json") continue;
    const text = source.text.slice(body.span.start, body.span.end);
    // A quote may end one text and begin another, so each name is looked for behind its first quote.
    for (const match of text.matchAll(/"(?=([^"]*)("\s*:\s*))/g)) {
      const [, name = "", rest = ""] = match;
      const start = body.span.start + match.index;
      const span = { start, end: start + 1 + name.length + rest.length };
      const others = places.get(name);
      if (others === undefined) places.set(name, [span]);
      else others.push(span);
    }
  }
  return places;
}
