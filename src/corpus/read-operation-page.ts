import { deriveOperation, type PageContext } from "../derive/derive-operation.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { parseDocument } from "../markdown/parse-document.ts";
import type { Page } from "../page/page.ts";
import { readPage } from "../page/read-page.ts";
import type { Operation } from "../spec/operation.ts";
import type { Source } from "../text/source.ts";

/** Page text → tree → facts. */
export function parsePage(source: Source, report: Report): Page {
  return readPage(parseDocument(source, report), report);
}

/** Page text → tree → facts → meaning. Nothing when the page documents no operation. */
export function readOperationPage(
  source: Source,
  context: PageContext,
  report: Report,
): Operation | undefined {
  return deriveOperation(parsePage(source, report), context, report);
}
