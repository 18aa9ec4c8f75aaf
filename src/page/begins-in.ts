import { locate } from "../text/locate.ts";
import type { ErrorRow, Page, ParameterRow } from "./page.ts";

/** Whether a row of a page begins in a line. */
export function beginsIn(
  { source }: Page,
  { span }: ParameterRow | ErrorRow,
  line: number,
): boolean {
  return locate(source, span.start).line === line;
}
