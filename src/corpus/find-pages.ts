import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/report-path.ts";

/** A page to be read. */
export interface FoundPage {
  readonly path: string;
  /** The name to show: relative to the folder that was given. */
  readonly file: string;
  /** Given itself, not found in a folder. */
  readonly named: boolean;
  /** The product's folder, where the page lies below its `pages/`. */
  readonly home?: string;
}

/** The pages that paths name: a file is a page, a folder is searched for `*.md`, links are not followed. */
export function findPages(paths: readonly string[], diagnostics: Diagnostic[]): FoundPage[] {
  const found: FoundPage[] = [];
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) walk(path, "", found);
      else {
        found.push({
          path,
          file: path.split(sep).join("/"),
          named: true,
          ...homeOf(dirname(path)),
        });
      }
    } catch (error) {
      reportPath(path, "file/unreadable", { reason: (error as Error).message }, diagnostics);
    }
  }
  return found;
}

/** Adds the pages of a folder, in the order of their names; `before` stands before their names. */
function walk(folder: string, before: string, found: FoundPage[]): void {
  const home = homeOf(folder);
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const file = before + entry.name;
    if (entry.isDirectory()) walk(path, `${file}/`, found);
    else if (entry.isFile() && entry.name.endsWith(".md")) {
      found.push({ path, file, named: false, ...home });
    }
  }
}

/** The folder of the product's version that a folder of pages is in. */
function homeOf(pages: string): { home?: string } {
  for (let folder = resolve(pages); folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) === "pages") return { home: dirname(folder) };
  }
  return {};
}
