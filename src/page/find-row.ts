import { locate } from "../text/source.ts";
import type { ErrorRow, Page, ParameterRow } from "./page.ts";

/** The row of a page's tables that begins in a line. */
export function findRow(page: Page, line: number): ParameterRow | undefined {
  return indexRows(page).parameters.get(line);
}

/** The row of a page's error tables that begins in a line. */
export function findErrorRow(page: Page, line: number): ErrorRow | undefined {
  return indexRows(page).errors.get(line);
}

/** The rows of a page by the line that they begin in. */
interface RowIndex {
  readonly parameters: ReadonlyMap<number, ParameterRow>;
  readonly errors: ReadonlyMap<number, ErrorRow>;
}

const known = new WeakMap<Page, RowIndex>();

/** Makes an index of a page's rows, once for each page. */
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
