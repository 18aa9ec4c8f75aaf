import { locate } from "../text/source.ts";
import type { ErrorRow, Page, ParameterRow } from "./page.ts";

/** The rows of a page by the line that they begin in. */
export interface RowIndex {
  readonly parameters: ReadonlyMap<number, ParameterRow>;
  readonly errors: ReadonlyMap<number, ErrorRow>;
}

const known = new WeakMap<Page, RowIndex>();

/** Makes an index of a page's rows, once for each page. */
export function indexRows(page: Page): RowIndex {
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
