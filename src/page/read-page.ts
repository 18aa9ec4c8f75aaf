import type { Report } from "../diagnostics/diagnostic.ts";
import type { Block, Document, Piece, Table } from "../markdown/document.ts";
import { readText } from "../markdown/read-prose.ts";
import { columnOf, errorTitles, parameterTitles, type Titles } from "./column-titles.ts";
import type { ErrorRow, ExplorerLink, Page, ParameterRow, SampleBlock } from "./page.ts";
import { isWithinLimits } from "./is-within-limits.ts";
import { readRows } from "./read-rows.ts";
import { sectionOf, type Section } from "./section-titles.ts";

const parameters = { titles: parameterTitles, key: "name" } as const;
const errorCodes = { titles: errorTitles, key: "code" } as const;

/** Reads the parts of an API reference page by their headings and column titles. */
export function readPage(document: Document, report: Report): Page {
  const request: ParameterRow[] = [];
  const response: ParameterRow[] = [];
  const types: ParameterRow[] = [];
  const errors: ErrorRow[] = [];
  const samples: SampleBlock[] = [];
  const links: ExplorerLink[] = [];
  const headings: { readonly level: number; readonly section: Section }[] = [];
  let title: Piece | undefined;
  let summary: Piece | undefined;
  const notes: Piece[] = [];
  let section: Section = "other";
  let lead = "";
  let tables = 0;
  const sections = new Set<Section>();

  const readTable = (block: Table): void => {
    const rowsOf = () => {
      const table = { lead, span: block.header.span };
      return readRows(block, parameters, report).map((row) => ({ ...row, table }));
    };
    const isErrors = section === "errors" || listsErrors(block);
    if (!isErrors && (section === "request" || section === "response" || listsParameters(block))) {
      tables += 1;
    }
    if (listsErrors(block)) errors.push(...readRows(block, errorCodes, report));
    else if (section === "request" || (section === "other" && listsRequest(block))) {
      if (request.length === 0 || listsParameters(block)) request.push(...rowsOf());
      else reportUnread(block, lead, report);
    } else if (section === "response") {
      if (response.length === 0 || listsParameters(block)) response.push(...rowsOf());
      else reportUnread(block, lead, report);
    } else if (section === "errors") errors.push(...readRows(block, errorCodes, report));
    else if (listsParameters(block)) types.push(...rowsOf());
  };
  const readBlock = (block: Block): void => {
    switch (block.kind) {
      case "heading": {
        lead = block.title.text;
        if (title === undefined && block.level === 1) {
          title = block.title;
          return;
        }
        while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop();
        const own = sectionOf(lead);
        // An unrecognized heading belongs to the section around it.
        section = own === "other" ? (headings.at(-1)?.section ?? "other") : own;
        sections.add(section);
        headings.push({ level: block.level, section });
        return;
      }
      case "paragraph": {
        const found = readLinks(block.body);
        links.push(...found);
        if (section === "other" && found.length === 0) {
          summary ??= block.body;
          notes.push(block.body);
        }
        lead = block.body.text;
        return;
      }
      case "fence": {
        const sample = readSample(block.body);
        if (sample === undefined || section === "errors") return;
        if (isWithinLimits(sample, document.source.limits, report)) samples.push(sample);
        return;
      }
      case "table":
        readTable(block);
        return;
    }
  };
  document.blocks.forEach(readBlock);
  return {
    source: document.source,
    outline: { tables, request: sections.has("request"), response: sections.has("response") },
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    notes,
    links,
    request,
    response,
    types,
    errors,
    samples,
  };
}

/** Reports a table that is not read, and each of its rows. */
function reportUnread({ header, rows }: Table, heading: string, report: Report): void {
  report("page/unread-table", header.span, { heading });
  for (const { cells, span } of rows) {
    const [first] = cells;
    if (first !== undefined) report("page/unread-row", span, { row: readText(first) });
  }
}

/** Returns true if a table's header has names and types, in whatever section. */
function listsParameters(table: Table): boolean {
  const columns = columnsOf(table, parameterTitles);
  return columns.includes("name") && columns.includes("type");
}

/** Returns true if a table's header is that of request parameters, in whatever section. */
function listsRequest(table: Table): boolean {
  return listsParameters(table) && columnsOf(table, parameterTitles).includes("required");
}

/** Returns true if a table's header is that of errors, in whatever section. */
function listsErrors(table: Table): boolean {
  const columns = columnsOf(table, errorTitles);
  const told = columns.includes("message") || columns.includes("status");
  return columns.includes("code") && told && !listsParameters(table);
}

function columnsOf<Column extends string>(table: Table, titles: Titles<Column>) {
  return table.header.cells.map((cell) => columnOf(titles, readText(cell)));
}

/** Reads explorer links: their fragment names an API, as in `#product=Ga&api=CreateListener`. */
function readLinks(paragraph: Piece): ExplorerLink[] {
  return [...paragraph.text.matchAll(/\]\(([^()\s]*)\)/g)].flatMap((match) => {
    const target = match[1] ?? "";
    if (!target.includes("#")) return [];
    const fragment = target.slice(target.indexOf("#") + 1).replaceAll("&amp;", "&");
    const fields = new URLSearchParams(fragment);
    // Empty fields are ignored.
    const [action, product, version] = ["api", "product", "version"].map((name) => {
      const value = fields.get(name) ?? "";
      return value === "" ? undefined : value;
    });
    if (action === undefined) return [];
    const start = paragraph.span.start + match.index;
    return {
      action,
      ...(product === undefined ? {} : { product }),
      ...(version === undefined ? {} : { version }),
      span: { start, end: start + match[0].length },
    };
  });
}

/** Patterns of text before a body: the status line and headers of an HTTP response, and comments. */
const heads = [/^\s*HTTP\/\d[^\n]*\n(?:[\w-]+:[^\n]*\n)*\s*/, /^(?:\s*(?:\/\/|#)[^\n]*\n)+/];

/** Classifies a code block by the start of its text; `undefined` where it is neither request nor response. */
function readSample(block: Piece): SampleBlock | undefined {
  const body = heads.reduce(withoutHead, block);
  const text = body.text.trim();
  // Some responses lack their outer braces.
  if (/^(?:[{[]|"[^"\n]*"\s*:)/.test(text)) return { kind: "json", body };
  if (/^<[?A-Za-z]/.test(text)) return { kind: "xml", body };
  if (/[?&]\s*Action\s*=/i.test(text) || /^https?:\/\/[^\s?]*\?/i.test(text)) {
    return { kind: "request", body };
  }
  return undefined;
}

function withoutHead({ text, span }: Piece, head: RegExp): Piece {
  const length = head.exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), span: { start: span.start + length, end: span.end } };
}
