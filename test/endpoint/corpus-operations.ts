import { join, relative } from "node:path";
import type { Operation } from "../../src/spec/operation.ts";
import { corpus } from "../corpus/corpus-pages.ts";
import { readFolder } from "../corpus/read-folder.ts";

/** The operations of a folder of the corpus, by name; of two pages for one operation the first. */
export function corpusOperations(folder: string): Operation[] {
  const operations = new Map<string, Operation>();
  const fallback = { product: "X", version: "2020-01-02" };
  for (const { input, derived } of readFolder([join(corpus, folder)], fallback)) {
    if (derived?.operation === undefined) continue;
    const operation = { ...derived.operation, page: relative(corpus, input.path) };
    const key = `${operation.version} ${operation.action}`;
    if (!operations.has(key)) operations.set(key, operation);
  }
  return [...operations].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}
