import { createRequire } from "node:module";

/** Prettier's documents: a small file of its own, without its parsers. Loaded when first needed. */
export function docPrinter(): DocPrinter {
  loaded ??= createRequire(import.meta.url)("prettier/doc") as DocPrinter;
  return loaded;
}

type DocPrinter = typeof import("prettier/doc");

let loaded: DocPrinter | undefined;

/** Columns of a line, as `printWidth` of Prettier. */
export const pageWidth = 100;
