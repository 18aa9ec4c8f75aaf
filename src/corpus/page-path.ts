import { relative, sep } from "node:path";
import type { Candidate } from "./group-pages.ts";

/** The page's place as its spec names it: relative to the folder of the product's version. */
export function pagePath(home: string, { page }: Candidate): string {
  return relative(home, page.input.path).split(sep).join("/");
}
