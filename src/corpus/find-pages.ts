import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Identity, PagePath, Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import { slashes } from "../text/slashes.ts";

/** A page of a project. */
export interface InputPage {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with `/` between folders. */
  readonly file: string;
  /** Relative to the folder that it was found in; of a page that is named itself, the name. */
  readonly shown: string;
  /** Given itself, not found in a folder. */
  readonly named: boolean;
  /** Part of what was asked for. The others only tell what the pages of their product have in common. */
  readonly asked: boolean;
  /** Lies outside the project, in a folder that was given as an absolute path. */
  readonly fixed: boolean;
  /** The folder in the folder of specs whose `pages/` the page lies in. */
  readonly productFolder?: string;
  /** The configuration leaves it out on purpose. */
  readonly ignored?: true;
  /** The products that are to be built from it; nothing for all. */
  readonly only?: readonly Identity[];
}

/**
 * Every page of a project, once. A path that is a file is a page; a folder is searched for `*.md`. Links
 * are not followed.
 */
export function findPages(
  { root, specs, sources, around, ignore }: Project,
  diagnostics: Diagnostic[],
): InputPage[] {
  const pages = new Map<string, InputPage>();
  const inside = root + sep;
  const add = (found: FoundPage, from: PagePath, asked: boolean, only?: Identity) => {
    const { path } = found;
    const isIgnored = ignore.some((one) => path === one || path.startsWith(one + sep));
    const earlier = pages.get(path);
    if (earlier?.asked === true && !asked) return;
    const all = only === undefined || (earlier !== undefined && earlier.only === undefined);
    const productFolder = productFolderOf(path, specs);
    pages.set(path, {
      path,
      file: slashes(path.startsWith(inside) ? path.slice(inside.length) : relative(root, path)),
      shown: earlier?.shown ?? found.shown,
      named: found.named || earlier?.named === true,
      asked,
      fixed: from.absolute && !path.startsWith(inside),
      ...(productFolder === undefined ? {} : { productFolder }),
      ...(isIgnored ? { ignored: true } : {}),
      ...(all ? {} : { only: [...(earlier?.only ?? []), only] }),
    });
  };
  for (const { pages: paths, only } of sources) {
    for (const from of paths) {
      // Without a configuration pages lie among the specs, if there are any.
      const isOptional = from.path === specs && !existsSync(specs);
      if (isOptional) continue;
      for (const found of pagesAt(from, diagnostics)) add(found, from, true, only);
    }
  }
  // Neighbours of single pages: nobody asked for them, so a missing one is not reported.
  for (const { pages: paths, only } of around) {
    for (const from of paths) for (const found of pagesAt(from, [])) add(found, from, false, only);
  }
  return [...pages.values()];
}

type FoundPage = Pick<InputPage, "path" | "shown" | "named">;

function pagesAt({ path, given }: PagePath, diagnostics: Diagnostic[]): FoundPage[] {
  const found: FoundPage[] = [];
  try {
    if (statSync(path).isDirectory()) walk(path, "", found);
    else found.push({ path, shown: slashes(given), named: true });
  } catch (error) {
    reportPath(path, "file/unreadable", { reason: (error as Error).message }, diagnostics);
  }
  return found;
}

/** Adds the pages of a folder, in the order of their names; `before` stands before their names. */
function walk(folder: string, before: string, found: FoundPage[]): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const shown = before + entry.name;
    if (entry.isDirectory()) walk(path, `${shown}/`, found);
    else if (entry.name.endsWith(".md") && !entry.isSymbolicLink()) {
      // A pipe or a device is refused where it is read.
      found.push({ path, shown, named: false });
    }
  }
}

/** The folder of a product's version, in the folder of specs, whose `pages/` a page lies in. */
function productFolderOf(page: string, specs: string): string | undefined {
  if (!page.startsWith(specs + sep)) return undefined;
  const [folder, pages, name] = relative(specs, page).split(sep);
  return pages === "pages" && name !== undefined ? folder : undefined;
}
