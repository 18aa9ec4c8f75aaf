import { parseType, type TypeExpression } from "../derive/rows/parse-cells.ts";
import { readAnswers } from "../derive/samples/read-answers.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readText } from "../markdown/read-prose.ts";
import type { Page } from "../page/page.ts";
import { isScalarShape } from "../spec/is-scalar-shape.ts";
import type { Member, Shape } from "../spec/operation.ts";
import { requestId } from "../spec/protocol-names.ts";
import type { Span } from "../text/source.ts";
import { contradiction, type LintedMember, type LintedPage } from "./linted-page.ts";

/**
 * Compares sample responses with the response's rows, and reports undocumented members and values
 * of other types.
 */
export function checkAnswers(linted: LintedPage): Diagnostic[] {
  const { page, operation, response } = linted;
  if (response.length === 0) return [];
  const answers = readAnswers(page, operation.action).filter(
    ({ notation, mended }) => notation === "json" && !mended,
  );
  const rows = new Set(
    [...page.response, ...page.types].flatMap(
      ({ key }) => readText(key).toLowerCase().match(/\w+/g) ?? [],
    ),
  );
  const members = new Map<string, LintedMember>();
  for (const one of response) if (!members.has(one.path)) members.set(one.path, one);
  const found = new Map<string, Diagnostic[]>();
  for (const { value } of answers) {
    compare(value, { type: "object", members: operation.response }, "", {
      linted,
      members,
      rows,
      found,
    });
  }
  return [...found.values()].flat();
}

interface Search {
  readonly linted: LintedPage;
  /** The members of the response, by path. */
  readonly members: ReadonlyMap<string, LintedMember>;
  /** The words of all row names, in lower case. */
  readonly rows: ReadonlySet<string>;
  /** Diagnostics by path, because list items repeat the same ones. */
  readonly found: Map<string, Diagnostic[]>;
}

function compare(value: unknown, shape: Shape, path: string, search: Search): void {
  if (value === null || value === undefined || search.found.has(path)) return;
  if (isScalarShape(shape) || shape.type === "map") return;
  if (shape.type === "array") {
    if (Array.isArray(value))
      for (const item of value) compare(item, shape.items, `${path}[]`, search);
    return;
  }
  if (typeof value !== "object" || Array.isArray(value)) return;
  const members = membersOf(shape.members);
  const entries = Object.entries(value).map(([name, inner]) => [name.trim(), inner] as const);
  // An object without any documented member is documented elsewhere, or is no response.
  const isDocumented = entries.some(([name]) => members.has(name) && name !== requestId);
  for (const [name, inner] of entries) {
    const at = path === "" ? name : `${path}.${name}`;
    const member = members.get(name);
    if (member === undefined) {
      if (isDocumented) noteUnknown(name, at, search);
    } else {
      noteType(inner, member, at, search);
      compare(inner, member, at, search);
    }
  }
}

const known = new WeakMap<readonly Member[], ReadonlyMap<string, Member>>();

/** Returns members by name, cached for each list because samples have many items. */
function membersOf(members: readonly Member[]): ReadonlyMap<string, Member> {
  const found = known.get(members) ?? new Map(members.map((member) => [member.name, member]));
  known.set(members, found);
  return found;
}

function noteUnknown(name: string, path: string, { linted, rows, found }: Search): void {
  // A name that occurs in another row or table is a matter of nesting.
  const words = name.toLowerCase().match(/\w+/g) ?? [];
  if (words.every((word) => rows.has(word)) || name === requestId || found.has(path)) return;
  const span = findInSamples(linted.page, name);
  if (span === undefined) return;
  const { source } = linted.page;
  found.set(path, contradiction("lint/response-unknown-member", { path }, { source, span }, []));
}

function noteType(
  value: unknown,
  member: Member,
  path: string,
  { linted: { page }, members, found }: Search,
): void {
  const expected = whyOther(value, member);
  if (expected === undefined || found.has(path)) return;
  const type = members.get(path)?.row?.cells.get("type");
  if (type === undefined) return;
  // The cell is correct if a sample only resolved its ambiguity.
  if (fitsCell(value, parseType(readText(type)))) return;
  const span = findInSamples(page, member.name, value);
  if (span === undefined) return;
  const { source } = page;
  const parameters = { path, found: expected, type: readText(type) };
  const related = [{ source, span: type.span, message: "the type in the row" }];
  found.set(path, contradiction("lint/response-type", parameters, { source, span }, related));
}

/** True if a value fits the type cell itself, regardless of the derived type. */
function fitsCell(value: unknown, type: TypeExpression | undefined): boolean {
  if (type === undefined) return true;
  if (Array.isArray(value)) return type.kind === "list";
  return typeof value === "object" && (type.kind === "object" || type.kind === "map");
}

/** Placeholders for values in samples. */
const standsForValue = /^$|[*<>…]|\.{3}|x{3}/i;

/** Names the kind of a value that does not fit a member's type; `undefined` if it fits. */
function whyOther(value: unknown, shape: Shape): string | undefined {
  if (value === null || (typeof value === "string" && standsForValue.test(value))) return undefined;
  const kind = Array.isArray(value)
    ? "a list"
    : typeof value === "object"
      ? "an object"
      : kindOf(value);
  if (!isScalarShape(shape)) {
    if (shape.type === "array")
      return kind === "a list" || kind === "an object" || value === "" ? undefined : kind;
    return kind === "an object" || value === "" ? undefined : kind;
  }
  switch (shape.type) {
    case "any":
      return undefined;
    case "string":
      return kind === "a text" ? undefined : kind;
    case "boolean":
      return kind === "true or false" ? undefined : kind;
    case "integer":
    case "long":
      return kind === "a number" && Number.isInteger(value)
        ? undefined
        : kind === "a number"
          ? "a fraction"
          : kind;
    case "float":
    case "double":
    case "number":
      return kind === "a number" ? undefined : kind;
  }
}

function kindOf(value: unknown): string {
  switch (typeof value) {
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "a text";
  }
}

/** The places of member names in JSON samples, from the first quote to the start of the value. */
type Places = ReadonlyMap<string, readonly Span[]>;

const knownPlaces = new WeakMap<Page, Places>();

/** Finds a member in the JSON samples by name, and by value if it is a scalar. */
function findInSamples(page: Page, name: string, value?: unknown): Span | undefined {
  const places = knownPlaces.get(page) ?? findNames(page);
  knownPlaces.set(page, places);
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
    // A quote may end one string and begin another, so each name is matched after its first quote.
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
