import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { reportPath } from "./diagnostics/report-path.ts";

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
      if (statSync(path).isDirectory()) {
        for (const page of walk(path)) {
          found.push({
            path: page,
            file: slashes(relative(path, page)),
            named: false,
            ...homeOf(page),
          });
        }
      } else found.push({ path, file: slashes(path), named: true, ...homeOf(path) });
    } catch (error) {
      reportPath(path, "file/unreadable", { reason: (error as Error).message }, diagnostics);
    }
  }
  return found;
}

function walk(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const pages: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) pages.push(...walk(path));
    else if (entry.isFile() && entry.name.endsWith(".md")) pages.push(path);
  }
  return pages;
}

function homeOf(page: string): { home?: string } {
  for (let folder = dirname(resolve(page)); folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) === "pages") return { home: dirname(folder) };
  }
  return {};
}

function slashes(path: string): string {
  return path.split(sep).join("/");
}
