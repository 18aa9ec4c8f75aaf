import { join, relative } from "node:path";
import { deriveOperation } from "../../src/derive/derive-operation.ts";
import { findPages } from "../../src/corpus/find-pages.ts";
import { readPages } from "../../src/corpus/read-pages.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { corpus } from "../corpus/corpus-pages.ts";

/** The operations of a folder of the corpus, by name; of two pages for one operation the first. */
export function corpusOperations(folder: string): Operation[] {
  const operations = new Map<string, Operation>();
  const found = findPages([join(corpus, folder)], []);
  for (const { found: place, page, siblings } of readPages(found, [])) {
    const context = {
      page: relative(corpus, place.path),
      siblings,
      fallback: { product: "X", version: "2020-01-02" },
    };
    const operation = deriveOperation(page, context, () => undefined);
    const key = `${operation?.version} ${operation?.action}`;
    if (operation !== undefined && !operations.has(key)) operations.set(key, operation);
  }
  return [...operations].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}
