import { locate } from "../text/source.ts";
import type { ErrorRow, Page, ParameterRow } from "./page.ts";

/** Finds the parameter row that starts on a line of the page, from 1. */
export function findRow(page: Page, line: number): ParameterRow | undefined {
  return indexRows(page).parameters.get(line);
}

/** Finds the error row that starts on a line of the page, from 1. */
export function findErrorRow(page: Page, line: number): ErrorRow | undefined {
  return indexRows(page).errors.get(line);
}

/** The rows of a page by the line on which they start. */
interface RowIndex {
  readonly parameters: ReadonlyMap<number, ParameterRow>;
  readonly errors: ReadonlyMap<number, ErrorRow>;
}

const known = new WeakMap<Page, RowIndex>();

/** Indexes a page's rows, once for each page. */
function indexRows(page: Page): RowIndex {
  const { request, response, types, errors } = page;
  const index = known.get(page) ?? {
    parameters: byLine(page, [...request, ...response, ...types]),
    errors: byLine(page, errors),
  };
  known.set(page, index);
  return index;
}

function byLine<Row extends ParameterRow | ErrorRow>(
  { source }: Page,
  rows: readonly Row[],
): Map<number, Row> {
  const found = new Map<number, Row>();
  for (const row of rows) {
    const { line } = locate(source, row.span.start);
    if (!found.has(line)) found.set(line, row);
  }
  return found;
}
