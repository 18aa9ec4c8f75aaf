import { indexRows } from "./index-rows.ts";
import type { Page, ParameterRow } from "./page.ts";

/** The row of a page's tables that begins in a line. */
export function findRow(page: Page, line: number): ParameterRow | undefined {
  return indexRows(page).parameters.get(line);
}
