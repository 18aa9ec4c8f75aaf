import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** The folder of the page corpus; empty where none is set. */
export const corpus = process.env.DOCWRIGHT_CORPUS ?? "";

/** A folder of whole repositories, guides included; empty where none is set. */
export const repositories = process.env.DOCWRIGHT_REPOSITORIES ?? "";

/** Why tests that need the repositories are skipped. */
export const noRepositories = "DOCWRIGHT_REPOSITORIES names no folder of repositories";

/** Why tests that need the corpus are skipped. */
export const noCorpus = "DOCWRIGHT_CORPUS names no folder of pages";

/** The paths of all pages in a folder, in order. */
export function pagePaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => join(folder, path));
}

/** A page's text. */
export function pageText(path: string): string {
  return readFileSync(path, "utf8");
}
