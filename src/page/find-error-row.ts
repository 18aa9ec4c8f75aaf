import { indexRows } from "./index-rows.ts";
import type { ErrorRow, Page } from "./page.ts";

/** The row of a page's error tables that begins in a line. */
export function findErrorRow(page: Page, line: number): ErrorRow | undefined {
  return indexRows(page).errors.get(line);
}
