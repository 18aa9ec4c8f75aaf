import type { Page, ParameterRow } from "../../../src/page/page.ts";
import { readText } from "../../../src/markdown/read-prose.ts";
import type { Piece } from "../../../src/markdown/document.ts";
import { isScalarShape } from "../../../src/spec/is-scalar-shape.ts";
import type { Member, Operation } from "../../../src/spec/operation.ts";
import { locate, type Span } from "../../../src/text/source.ts";

/** A page that edits are made on. */
export interface EditablePage {
  readonly name: string;
  /** Where it lies in the project. */
  readonly file: string;
  readonly text: string;
  readonly page: Page;
  /** The page by itself. */
  readonly operation: Operation;
}

/** A page as it is after an edit. */
export interface EditedPage {
  readonly text: string;
  /** How many facts the edit has changed, from the spec before it and the one after it. */
  readonly countFacts: (before: object, after: object) => number;
}

/** Edits a page where chance says; nothing where the page has no place for the edit. */
export type Edit = (page: EditablePage, next: () => number) => EditedPage | undefined;

export const edits: Readonly<Record<string, Edit>> = {
  "a row is inserted": insertRow,
  "a parameter is renamed": rename,
  "a type is changed": retype,
  "a table is moved": moveTable,
};

const newName = "InsertedForTest";

/** Puts a row of a new member before another row: its facts are the keys of the member. */
function insertRow(page: EditablePage, next: () => number): EditedPage | undefined {
  const row = pick(plainRows(page), next);
  if (row === undefined) return undefined;
  const { text } = page;
  const cells: [Piece | undefined, string][] = [
    [row.key, newName],
    [row.cells.get("type"), "String"],
    [row.cells.get("example"), "abc"],
    [row.cells.get("description"), "A row that has been inserted."],
  ];
  const own = cells.flatMap(([piece, wanted]) =>
    piece === undefined ? [] : [{ span: piece.span, wanted }],
  );
  const line = replace(text, own).slice(row.span.start);
  const grown = replace(text, own).length - text.length;
  const inserted = line.slice(0, row.span.end - row.span.start + grown);
  const end = inserted.endsWith("\n") ? "" : "\n";
  return {
    text: text.slice(0, row.span.start) + inserted + end + text.slice(row.span.start),
    countFacts: (_, after) => {
      const facts = factsOf(after, newName);
      if (facts.size === 0) throw new Error(`${page.file}: nothing was inserted`);
      return facts.size;
    },
  };
}

/** Gives a request parameter another name in its row: one fact. */
function rename(page: EditablePage, next: () => number): EditedPage | undefined {
  const own = new Set(page.page.request);
  const row = pick(
    plainRows(page).filter((one) => own.has(one)),
    next,
  );
  if (row === undefined) return undefined;
  const wanted = `${readText(row.key)}Renamed`;
  return { text: replace(page.text, [{ span: row.key.span, wanted }]), countFacts: () => 1 };
}

/** Types of single values, and the ones that they are changed to. */
const types = new Map([
  ["string", "Long"],
  ["integer", "Long"],
  ["long", "String"],
  ["boolean", "String"],
  ["float", "Double"],
]);

/** Gives a row another type: the facts are the keys of its member that say something else then. */
function retype(page: EditablePage, next: () => number): EditedPage | undefined {
  const rows = plainRows(page).flatMap((row) => {
    const piece = row.cells.get("type");
    const wanted = piece && types.get(readText(piece).toLowerCase());
    const name = readText(row.key);
    return piece === undefined || wanted === undefined ? [] : [{ name, span: piece.span, wanted }];
  });
  const one = pick(rows, next);
  if (one === undefined) return undefined;
  return {
    text: replace(page.text, [one]),
    countFacts: (before, after) => {
      const [old, now] = [factsOf(before, one.name), factsOf(after, one.name)];
      const keys = new Set([...old.keys(), ...now.keys()]);
      return [...keys].filter((key) => old.get(key) !== now.get(key)).length;
    },
  };
}

/**
 * Moves the section of the request below that of the errors, or that of the response before that of the
 * request, whichever the page has room for: one fact, which is where the table stands.
 */
function moveTable(page: EditablePage, next: () => number): EditedPage | undefined {
  const { request, response, errors } = page.page;
  const [asked, told, refused] = [request, response, errors].map(([row]) =>
    row === undefined ? undefined : sectionAround(page.text, row.span),
  );
  if (asked === undefined) return undefined;
  const moves = [
    ...(refused === undefined || refused.start < asked.end ? [] : [{ of: asked, to: refused.end }]),
    ...(told === undefined || told.start < asked.end ? [] : [{ of: told, to: asked.start }]),
  ];
  const move = pick(moves, next);
  if (move === undefined) return undefined;
  const { of, to } = move;
  const { text } = page;
  const moved = text.slice(of.start, of.end);
  const rest = (from: number, until: number) =>
    from >= of.end || until <= of.start
      ? text.slice(from, until)
      : text.slice(from, of.start) + text.slice(of.end, until);
  return {
    text: `${rest(0, to).trimEnd()}\n\n${moved.trim()}\n\n${rest(to, text.length).trimStart()}`,
    countFacts: () => 1,
  };
}

/** A section with a heading: up to the next one of its level, or of one above. */
function sectionAround(text: string, { start }: Span): Span | undefined {
  const headings = [...text.matchAll(/^(#{1,6}) .*$/gm)].map(({ index, 1: marks = "" }) => ({
    index,
    level: marks.length,
  }));
  const own = headings.findLast(({ index }) => index < start);
  if (own === undefined || own.level === 1) return undefined;
  const next = headings.find(({ index, level }) => index > own.index && level <= own.level);
  return { start: own.index, end: next?.index ?? text.length };
}

/** Rows of single values at the top of a request or response, which name nothing but themselves. */
function plainRows({ page, operation }: EditablePage): ParameterRow[] {
  const plain = (members: readonly Member[]) =>
    new Set(members.filter((one) => isScalarShape(one)).map(({ name, line }) => `${line} ${name}`));
  const known = [
    { rows: page.request, members: plain(operation.request) },
    { rows: page.response, members: plain(operation.response) },
  ];
  return known.flatMap(({ rows, members }) =>
    rows.filter((row) =>
      members.has(`${locate(page.source, row.span.start).line} ${readText(row.key)}`),
    ),
  );
}

function membersIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(membersIn);
  return "name" in value ? [value, ...inner] : inner;
}

/** The keys of the first member of a name, those inside others by their path: each single value is a fact. */
function factsOf(spec: object, name: string): Map<string, unknown> {
  const facts = new Map<string, unknown>();
  const add = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) facts.set(path, value);
    else
      Object.entries(value).forEach(([key, inner]) => {
        add(inner, `${path}.${key}`);
      });
  };
  const member = membersIn(spec).find((one) => one.name === name);
  if (member !== undefined) add(member, "");
  return facts;
}

function pick<T>(list: readonly T[], next: () => number): T | undefined {
  return list[Math.floor(next() * list.length)];
}

function replace(
  text: string,
  changes: readonly { readonly span: Span; readonly wanted: string }[],
): string {
  const sorted = [...changes].sort((a, b) => b.span.start - a.span.start);
  return sorted.reduce(
    (all, { span, wanted }) => all.slice(0, span.start) + wanted + all.slice(span.end),
    text,
  );
}
