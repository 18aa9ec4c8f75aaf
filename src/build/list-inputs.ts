import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Project } from "../config/project.ts";
import type { InputPage } from "./find-input-pages.ts";
import { listHomeFiles } from "./list-home-files.ts";
import { listHomes } from "./list-homes.ts";

/**
 * Every file that a project's output depends on, relative to its root: pages, what people have written in
 * the folders of products, specs and positions that no page makes, and templates of the user's.
 *
 * @param known The folders of products' versions that are known to belong to the project.
 * @param made Specs and positions that pages make, relative to the root: they are output.
 */
export function listInputs(
  project: Project,
  pages: readonly InputPage[],
  known: readonly string[],
  made: ReadonlySet<string>,
): string[] {
  const { root, specs, templates } = project;
  const files = listHomes(project, known).flatMap((home) => {
    const { written, specs: found, positions } = listHomeFiles(join(specs, home));
    return [...written, ...found, ...positions];
  });
  const own = templates === undefined ? [] : filesIn(templates);
  const others = [...files, ...own]
    .map((path) => relative(root, path).split(sep).join("/"))
    .filter((path) => !made.has(path));
  return [...pages.map(({ file }) => file), ...others];
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort();
  } catch {
    return [];
  }
}
