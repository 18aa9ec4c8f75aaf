import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve, sep } from "node:path";
import { slashes } from "../text/slashes.ts";
import type { PagePath, Project } from "./project.ts";

/**
 * Names a page outside the project by its place in the folder that was given as an absolute path, from the folder's
 * own name on: `vendor/en/create.md`. A single page is named with its folder. The name is the same on every machine.
 *
 * @param isSingle The path that was given is the page itself.
 */
export function namePage(
  path: string,
  { path: given, outer }: PagePath,
  isSingle: boolean,
): string {
  const top = outer ?? (isSingle ? dirname(given) : given);
  const above = dirname(top);
  return slashes(path.slice(above.endsWith(sep) ? above.length : above.length + 1));
}

/**
 * Finds the file of a page that a spec names. The page lies relative to the folder of the spec's product, or in a
 * folder of pages of that name. Returns `undefined` where the project has no such folder.
 *
 * @param folder The folder of the product's version, absolute.
 */
export function locatePage(
  page: string,
  folder: string,
  { sources }: Pick<Project, "sources">,
): string | undefined {
  const beside = resolve(folder, page);
  if (isAbsolute(page) || page.startsWith("../") || existsSync(beside)) return beside;
  const [first = ""] = page.split("/");
  const tops = sources
    .flatMap(({ pages }) => pages)
    .flatMap(({ path, outer }) => foldersNamed(first, outer ?? path));
  const places = tops.map((top) => join(dirname(top), page));
  // Pages of a product lie in its folder `pages`, too.
  return places.find(existsSync) ?? (first === "pages" ? beside : places[0]);
}

/** The folders of a name that a path ends in or leads through, the innermost one first. */
function foldersNamed(name: string, path: string): string[] {
  const found: string[] = [];
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if (basename(at) === name) found.push(at);
  }
  return found;
}
