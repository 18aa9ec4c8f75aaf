import { beginsIn } from "./begins-in.ts";
import type { Page, ParameterRow } from "./page.ts";

/** The row of a page's tables that begins in a line. */
export function findRow(page: Page, line: number): ParameterRow | undefined {
  return [...page.request, ...page.response, ...page.types].find((row) =>
    beginsIn(page, row, line),
  );
}
