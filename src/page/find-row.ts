import type { ErrorRow, Page, ParameterRow } from "./page.ts";
import { locate } from "../text/locate.ts";

/** The row of a page's tables that begins in a line. */
export function findRow(page: Page, line: number): ParameterRow | undefined {
  return [...page.request, ...page.response, ...page.types].find((row) =>
    beginsIn(page, row, line),
  );
}

/** The row of its error tables that begins in a line. */
export function findErrorRow(page: Page, line: number): ErrorRow | undefined {
  return page.errors.find((row) => beginsIn(page, row, line));
}

function beginsIn({ source }: Page, { span }: ParameterRow | ErrorRow, line: number): boolean {
  return locate(source, span.start).line === line;
}
