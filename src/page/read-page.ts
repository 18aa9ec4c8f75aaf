import type { Report } from "../diagnostics/diagnostic.ts";
import type { Block, Document, Piece, Table } from "../markdown/document.ts";
import { readText } from "../markdown/read-prose.ts";
import { columnOf, errorTitles, parameterTitles } from "./column-titles.ts";
import type { ErrorRow, ExplorerLink, Page, ParameterRow, SampleBlock } from "./page.ts";
import { readLinks } from "./read-links.ts";
import { readRows } from "./read-rows.ts";
import { readSample } from "./read-sample.ts";
import { sectionOf, type Section } from "./section-titles.ts";

const parameters = { titles: parameterTitles, key: "name" } as const;
const errorCodes = { titles: errorTitles, key: "code" } as const;

/** Finds the parts of an API reference page by their headings and column titles. */
export function readPage(document: Document, report: Report): Page {
  const request: ParameterRow[] = [];
  const response: ParameterRow[] = [];
  const errors: ErrorRow[] = [];
  const samples: SampleBlock[] = [];
  const links: ExplorerLink[] = [];
  let title: Piece | undefined;
  let summary: Piece | undefined;
  let section: Section = "other";
  let heading = "";

  const readBlock = (block: Block): void => {
    switch (block.kind) {
      case "heading":
        if (title === undefined && block.level === 1) title = block.title;
        else {
          section = sectionOf(block.title.text);
          heading = block.title.text;
        }
        return;
      case "paragraph": {
        const found = readLinks(block.body);
        links.push(...found);
        if (section === "other" && found.length === 0) summary ??= block.body;
        return;
      }
      case "fence": {
        const sample = readSample(block.body);
        if (sample !== undefined && section !== "errors") samples.push(sample);
        return;
      }
      case "table":
        if (section === "request") request.push(...readRows(block, parameters, report));
        else if (section === "response") response.push(...readRows(block, parameters, report));
        else if (section === "errors") errors.push(...readRows(block, errorCodes, report));
        else if (listsParameters(block)) {
          report("page/unread-table", block.header.span, { heading });
        }
        return;
    }
  };
  document.blocks.forEach(readBlock);
  return {
    source: document.source,
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    links,
    request,
    response,
    errors,
    samples,
  };
}

/** Whether a table's header is one of names and types, wherever it stands. */
function listsParameters({ header }: Table): boolean {
  const columns = header.cells.map((cell) => columnOf(parameterTitles, readText(cell)));
  return columns.includes("name") && columns.includes("type");
}
