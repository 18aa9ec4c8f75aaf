import { beginsIn } from "./begins-in.ts";
import type { ErrorRow, Page } from "./page.ts";

/** The row of a page's error tables that begins in a line. */
export function findErrorRow(page: Page, line: number): ErrorRow | undefined {
  return page.errors.find((row) => beginsIn(page, row, line));
}
