import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { listProductFolders } from "../assemble/find-product-folders.ts";
import { listProductFiles } from "../assemble/list-product-files.ts";
import type { Project } from "../config/project.ts";
import type { InputPage } from "../corpus/find-pages.ts";
import { slashes } from "../text/slashes.ts";

/**
 * Lists the files that a project's output depends on, relative to its root. These are pages, manual
 * files in product folders, specs and positions without a page, and the user's templates.
 *
 * @param known The folders of product versions known to belong to the project.
 * @param made Specs and positions made from pages, relative to the root; they are output.
 */
export function listInputs(
  project: Project,
  pages: readonly InputPage[],
  known: readonly string[],
  made: ReadonlySet<string>,
): string[] {
  const { root, specs, templates } = project;
  const files = listProductFolders(project, known).flatMap((name) => {
    const { written, specs: found, positions } = listProductFiles(join(specs, name));
    return [...written, ...found, ...positions];
  });
  const own = templates === undefined ? [] : filesIn(templates);
  const others = [...files, ...own]
    .map((path) => slashes(relative(root, path)))
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
