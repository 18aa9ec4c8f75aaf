import { createRequire } from "node:module";

/** Returns Prettier's document printer, loaded on first use. It is a small file without the parsers. */
export function docPrinter(): DocPrinter {
  loaded ??= createRequire(import.meta.url)("prettier/doc") as DocPrinter;
  return loaded;
}

type DocPrinter = typeof import("prettier/doc");

let loaded: DocPrinter | undefined;

/** Columns of a line, as Prettier's `printWidth`. */
export const pageWidth = 100;
